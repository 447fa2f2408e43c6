// Package steps is the bench: it reads the cases, plays them against a GAP and says what is known
// of it afterwards.
//
//	registry, err := steps.NewRegistry(vocabulaire.Steps()...)
//	cases, findings := gherkin.Read(files, registry, catalogue)   // nothing runs if gherkin.Blocking(findings)
//	cases, err = gherkin.Select(cases, filter)                    // an empty selection is an error
//	runner, err := steps.Open(ctx, options)                       // the pre-flight: *Unready means no verdict
//	results, err := runner.Run(ctx, cases)
//
// A Step is a French sentence and a function written against a Scene: the case's world in the
// simulator (reached over HTTP only), the GAP behind its driver, what was seen, what was judged.
// Each case has its own world, named <run>-<version>-<case>, whose clock stands still; cases run in
// parallel. Worlds stay after the run, for whoever investigates.
//
// godog executes and is not believed: it is handed one scenario at a time, written from what
// package gherkin read, with patterns compiled once; what it says is compared with what was done,
// and a difference is an error of the bench. Verdicts follow these rules:
//
//   - conforme wants every check announced by the Alors to be emitted, one that binds the GAP among
//     them, and an exchange of the GAP in the case's world; a case tagged @sans-echange wants another
//     sign of life, and silence until the driver has ended the case;
//   - non_conforme is only ever the GAP's, with the failed check that shows it;
//   - a driver that cannot act makes the case non_concluant; one that breaks the protocol, a
//     simulator that does not answer, a step that misbehaves make it an erreur, with its origin;
//   - an erreur beats everything, then non_conforme; the first reason of the winning verdict is kept
//     as the main one, the others as complements.
//
// Limits: HTTP drivers whose actions are done when they answer (en_cours is non_concluant).
package steps
