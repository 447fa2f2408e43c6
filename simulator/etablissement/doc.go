// Package etablissement is a small, honest GAP (gestion administrative du patient): the hospital's
// side of the dispositif ROC, driven through the protocol of package pilote.
//
// Normal use:
//
//	binding, err := etablissement.BindingByName("soap", nil)
//	gap, err := etablissement.New(etablissement.Options{DB: "gap.db", Binding: binding, Rates: rates, Seed: 1})
//	http.Serve(listener, gap.Handler())
//
// A dossier is admitted from an attestation and walks ANN, IDB, SIM, CLC, DEL. One file holds one
// service (annuaire.go, idb.go, sim.go, clc.go, del.go), dossier.go holds the state, facts.go what
// an agent sees of it. What the AMO leaves comes from package tarif (valeur.go); parts.go says which
// insurer is asked for what of it; versions.go says in which version of the norme a dossier travels;
// periode.go, regularisation.go, compteurs.go, honoraires.go, optam.go and domaine.go hold what V2
// adds. Every decision that a rule of the dispositif imposes is a function of Conduct (conduct.go);
// Honest gives the conforming one, and an Ecart bends one of them so that a bench can prove that it
// notices.
//
// Rules it holds to, among others:
//
//   - a dossier is saved before each call, with the identifier of the calculation about to be sent, so
//     that a GAP killed in the middle replays it with the same identifier and never asks twice;
//   - service addresses come from the directory's answer only;
//   - a refusal is never retried: it is shown with its code verbatim, put in the work list with an
//     action, and the patient is not billed before it is settled;
//   - the AMC's answer is checked before it is believed;
//   - what leaves nothing to the AMC, or is the patient's alone, is never sent;
//   - the agent never keys an emergency forfait: the rule chooses it once the patient has left;
//   - a dossier travels in the best version that the AMC offers, and leaves ROC with a reason where that
//     version has no place for its domain or its establishment;
//   - a period is billed once, its days by no other; periods are cancelled from the last, and one that a
//     later fact makes wrong is proposed for regularisation, never put right behind the agent's back;
//   - where the AMC knows another OPTAM status of a practitioner, the agent chooses and the patient waits.
//
// Limits: one dossier per case context, which knows the stays before it by their dates only, one
// directory cache per dossier, no billing of the AMC (invoices and returns), no user accounts, no screen. An agent who
// acts without having captured the attestation first is taken to hand over the one of the context.
//
// Sources: the public facts on ROC gathered by the project. The DataMatrix coding is ours
// (attestation.go), as no public document gives the real one.
package etablissement
