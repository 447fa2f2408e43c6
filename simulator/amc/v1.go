package amc

import "github.com/roc-miroir/miroir/simulator/roc"

// V1 returns the payer's rulebook for version 1 of the dispositif.
func V1() Profile {
	return Profile{
		Name: "V1",
		Books: map[roc.Service]Book{
			roc.ANN: annRules(),
			roc.IDB: idbRules(),
			roc.SIM: simRules(),
			roc.CLC: clcRules(),
			roc.DEL: delRules(),
		},
	}
}
