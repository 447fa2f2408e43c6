// Package normetest generates valid messages of the five services for property tests, and fixed
// examples for the rest. Every person, number and key is fictive.
//
//	rapid.Check(t, func(t *rapid.T) {
//		m := normetest.Request(roc.CLC).Draw(t, "request")
//		…
//	})
//
// What it generates satisfies the norme V1, or V2 where the name says so, not the payer's rules: amounts
// do not add up.
package normetest
