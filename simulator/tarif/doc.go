// Package tarif is the oracle of hospital billing: what a stay or a visit leaves after the
// compulsory insurance (AMO), line by line, at the rates of the date of care.
//
//	table, err := tarif.Load(scenarios.Tarifs())
//	bill, err := table.Stay(tarif.Stay{Entry: …, Exit: …, Kind: "HC", DMT: "216", Tariff: "11", …})
//	part, err := table.Period(stay, tarif.Period{Index: 1, From: …, To: …}) // of an intermediate invoice
//
// or, from a file that people write, YAML or JSON, one entry or a list:
//
//	entries, err := tarif.ParseFile(name, data) // []Entry; every fault at once
//	results, err := table.Price(entries[0])     // []Result: ready for JSON, keys in French
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
//	  mode_sortie: DOMICILE           # DOMICILE, TRANSFERT, MUTATION, DECES; EN_COURS: sortie is the last day known
//	  mode: EX_DG                     # EX_DG or left out, EX_OQN
//	  type: HC                        # HC, AMBULATOIRE, HDJ, SEANCES; NUIT, CRISE of PSY; HAD
//	  domaine: MCOO                   # MCOO, SMR, PSY, HAD
//	  dmt: "216"                      # with code_tarif, a price of the grid; or ghs: 700.00, a GMT's, a GHT's
//	  code_tarif: "11"                # of HDJ, NUIT and SEANCES, ghs is the tariff of one day
//	  nature: "10"                    # B2 codes: nature d'assurance, exo, payeur_fj
//	  exo: "0"
//	  payeur_fj: A
//	  situations: [C2S]               # rows of scenarios/tarifs/exonerations.yaml that the codes do not tell
//	  situations_datees: [{nom: ALD, du: 2025-06-05}]
//	  naissance: 2025-05-20           # ends NOUVEAU_NE; under 18, no participation of 2 €
//	  chaine: [{entree: 2025-05-20, sortie: 2025-06-02, pas: true}]
//	  jours_anterieurs: 0             # instead of chaine, where only their number is known
//	  pas_deja_payee: false           # likewise
//	  seances: [2025-06-02]           # days of HDJ, NUIT and SEANCES; without it, each day of the stay
//	  permissions: [{du: 2025-06-03, au: 2025-06-04}] # whole days out, in SMR and PSY
//	  actes:                          # they matter by their threshold
//	    - {code: ADC, acte: HHFA011, du: 2025-06-02, quantite: 1, prix_unitaire: 205.00, base: 205.00,
//	       specialite: "04", coefficient: 60, invasif: true}
//	  honoraires:                     # on top of an ex-OQN tariff; their acts are not given again in actes
//	    - {code: ADC, acte: HHFA011, du: 2025-06-02, quantite: 1, prix_unitaire: 260.00, base: 180.00,
//	       rpps: "10001234567", secteur: "2", optam: OPTAM_CO, beneficiaire: PRATICIEN, depassement: 80.00}
//	  supplements:
//	    - {code: CHP, du: 2025-06-02, au: 2025-06-06, quantite: 5, prix_unitaire: 60.00}
//	periodes:                         # beside sejour: one bill for each period
//	  - {indice: 1, du: 2025-06-02, au: 2025-06-04}
//	  - {indice: 2, du: 2025-06-05, au: 2025-06-07, finale: true}
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
//	TAR-HON   fee of a practitioner: what remains of its base once the AMO part is subtracted, and its overrun
//	TAR-SUP   supplement that the AMO does not know
//
// Choices where the sources leave one, each told by the code that makes it: TM against FJ is decided
// on the first thirty days (Settings.MaxScope), and at equality the forfaits are kept; a night at home
// breaks a chain; a participation borne by a directly linked stay covers this one, ticket modérateur
// included; reaching the threshold takes the ticket modérateur off even where the participation is not
// generated (5.8: the threshold is its prerequisite), an exemption declared for it (codes 1, C) is refused where no act
// reaches it rather than taken at its word, but imaging, anaesthesia and dental acts never
// reach it; outside a stay the participations (2 €, costly acts) and the majoration are held back from
// the AMO part of an act, so that their amounts come besides what was billed (Totals takes them off).
//
// Choices on the domains other than MCO, likewise: days of leave count neither for the ticket modérateur
// nor for its limit of thirty days; HAD counts its days as nights, so that its chains with a hospital stay
// share no day, and the limit runs through them; night care of PSY is partial, without a forfait journalier,
// at the price of partial care; a crisis centre has nights and owes it; the forfaits are
// compared with the ticket modérateur of a clinic's tariff, that of fees apart; what takes the ticket modérateur off
// (costly act, exemption, thirtieth day) makes the AMO pay the base of fees entirely.
//
// # Periods
//
// A period is the part of the bill of the whole stay, as far as it is known, that falls on its days: by
// construction periods sum to the whole. Amounts by day are what they are up to the last day of the period,
// less what they are up to its first; what is due once falls on the period of its first day, the tariff of a
// whole stay (GHS, GMT) with the first period, which no later one then moves. A later fact (a costly act, a
// situation told late, forfaits that overtake the ticket modérateur) changes the bill of an earlier period:
// Period, asked again of the stay as now known, gives the corrected one.
//
// Amounts and dates are data (scenarios/tarifs), never constants; the files say what is uncertain. A
// date for which the files hold no value is an error that names the table and the day. Of SMR and PSY the
// sources give prices without codes, of HAD nothing: codes that start with 9 are fictive, and lines say so.
//
// Limits: one daily price for a stay (a change of price, or of GHT inside a HAD, makes two stays of a chain);
// fees in ex-OQN establishments only; no yearly or daily ceiling of the participation of 2 €,
// which is counted on consultations and acts of outpatient care, on consultations only in emergencies that owe no
// forfait, not at all beside one, not on biology; of a stay priced by the grid, no AMO part where no ticket
// modérateur bears it (see Totals); C2S and AME must not begin or end inside a stay or a visit.
//
// Sources: code de la sécurité sociale as told by the public documents cited on each rule.
package tarif
