// Package tarif is the oracle of hospital billing: what a stay or a visit leaves after the
// compulsory insurance (AMO), line by line, at the rates of the date of care.
//
//	table, err := tarif.Load(scenarios.Tarifs())
//	bill, err := table.Stay(tarif.Stay{Entry: …, Exit: …, Kind: "HC", DMT: "216", Tariff: "11", …})
//
// or, from a file that people write, YAML or JSON, one entry or a list:
//
//	entries, err := tarif.ParseFile(name, data) // []Entry; every fault at once
//	result, err := table.Price(entries[0])      // Result: ready for JSON, keys in French
//
// Every line says by which rule it is there (Rule), from which dated rate (Tariff), from which source,
// and why, in French (Why). What an AMC takes of a line is not decided here, and the package never
// will know: the suite compares the GAP with the law, and the GAP meets the payers.
//
// # The file
//
//	libelle: Cinq nuits en médecine   # optional
//	sejour:                           # or visite:, never both
//	  entree: 2025-06-02
//	  sortie: 2025-06-07
//	  heure_entree: "09:30"           # optional, as heure_sortie; presence is counted by midnights
//	  mode_sortie: DOMICILE           # DOMICILE, TRANSFERT, MUTATION, DECES
//	  type: HC                        # HC, AMBULATOIRE, HDJ, SEANCES
//	  domaine: MCOO                   # MCOO, PSY
//	  dmt: "216"                      # with code_tarif, a price of the grid; or ghs: 700.00
//	  code_tarif: "11"
//	  nature: "10"                    # B2 codes: nature d'assurance, exo, payeur_fj
//	  exo: "0"
//	  payeur_fj: A
//	  situations: [C2S]               # rows of scenarios/tarifs/exonerations.yaml that the codes do not tell
//	  situations_datees: [{nom: ALD, du: 2025-06-05}]
//	  naissance: 2025-05-20           # ends NOUVEAU_NE; under 18, no participation of 2 €
//	  chaine: [{entree: 2025-05-20, sortie: 2025-06-02, pas: true}]
//	  jours_anterieurs: 0             # instead of chaine, where only their number is known
//	  pas_deja_payee: false           # likewise
//	  seances: [2025-06-02]           # days of HDJ and SEANCES; without it, each day of the stay
//	  actes:                          # they matter by their threshold
//	    - {code: ADC, acte: HHFA011, du: 2025-06-02, quantite: 1, prix_unitaire: 205.00, base: 205.00,
//	       specialite: "04", coefficient: 60, invasif: true}
//	  supplements:
//	    - {code: CHP, du: 2025-06-02, au: 2025-06-06, quantite: 5, prix_unitaire: 60.00}
//
//	visite:
//	  type: ACE                       # ACE, URGENCE, URGENCE_GYNECO
//	  date: 2025-06-02                # of an emergency: start of care; otherwise the first act's day
//	  parcours: HORS                  # out of the coordinated pathway; otherwise left out
//	  issue: RETOUR                   # of an emergency: RETOUR, HOSPITALISE, SANS_SOINS, REORIENTE
//	  nature: "10"                    # and the other items of the situation, as above
//	  actes:
//	    - {code: CS, du: 2025-06-02, quantite: 1, prix_unitaire: 30.00, base: 30.00, taux: 70}
//
// # Rules
//
// By the identifiers that lines carry:
//
//	TAR-TM    ticket modérateur on the daily tariff (TNJP), 30 days at most over contiguous stays
//	TAR-FJ    forfait journalier, each day of presence
//	TAR-FJS   forfait journalier of the exit day, added to the ticket modérateur
//	TAR-MAX   where the ticket modérateur does not exceed the forfaits journaliers they replace it
//	TAR-PAS   flat participation on a costly act, instead of the ticket modérateur
//	TAR-ACE   act or consultation: what remains once the AMO part is subtracted
//	TAR-FPU   forfait patient urgences and its family
//	TAR-MAJ   majoration out of the coordinated pathway, always the patient's
//	TAR-PF    participation of 2 € per consultation, always the patient's
//	TAR-SUP   supplement that the AMO does not know
//
// Choices where the sources leave one, each told by the code that makes it: TM against FJ is decided
// on the first thirty days (Settings.MaxScope), and at equality the forfaits are kept; a night at home
// breaks a chain; a participation borne by a directly linked stay covers this one, ticket modérateur
// included; reaching the threshold takes the ticket modérateur off even where the participation is not
// generated (5.8: the threshold is its prerequisite), but imaging, anaesthesia and dental acts never
// reach it; outside a stay the participations (2 €, costly acts) and the majoration are held back from
// the AMO part of an act, so that their amounts come besides what was billed (Totals takes them off).
//
// Amounts and dates are data (scenarios/tarifs), never constants; the files say what is uncertain. A
// date for which the files hold no value is an error that names the table and the day.
//
// Limits: stays of ex-DG establishments in MCO, and the forfait of PSY; not SMR (therapeutic leave) nor
// HAD (sequences); no yearly or daily ceiling of the participation of 2 €.
//
// Sources: code de la sécurité sociale as told by the public documents cited on each rule.
package tarif
