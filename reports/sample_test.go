package reports

import (
	"fmt"
	"strings"
	"time"
)

// The sample campaigns are what a bench would hand over: every verdict that the reports must show,
// with exchanges, for a GAP that does not exist and persons who do not either.

var start = time.Date(2026, 11, 21, 14, 5, 0, 0, time.UTC)

// sampleAmounts is a calculation that keeps the invariants: 1 186.56 billed, nothing for the AMO.
const (
	sampleAsked = `{"idDemandeCalcul":"6f1f5a8e-55c1-4a53-9d0e-1a2b3c4d5e6f","idIDB":"IDB-0001",` +
		`"patient":{"nda":"D2026-001","beneficiaire":{"nirAssure":"1************","nom":"D*****"}},` +
		`"lignes":[{"numero":1,"code":"TM","quantite":1,"prixUnitaire":"5832.80",` +
		`"total":"5832.80","montantAMO":"4666.24","reste":"1166.56"},` +
		`{"numero":2,"code":"FJS","quantite":1,"prixUnitaire":"20.00","total":"20.00",` +
		`"montantAMO":"0.00","reste":"20.00"}],` +
		`"totaux":{"facture":"5852.80","montantAMO":"4666.24","demande":"1186.56"}}`
	sampleAnswered = `{"statut":{"resultat":"PARTIEL","code":"R01","libelle":"Plafond de la garantie atteint."},` +
		`"idCLC":"CLC-7KQ2","lignes":[{"numero":1,"montantAMC":"1000.00","montantPatient":"166.56","motif":"R01"},` +
		`{"numero":2,"montantAMC":"20.00","montantPatient":"0.00"}],` +
		`"totaux":{"montantAMC":"1020.00","montantPatient":"166.56"}}`
	sampleSOAP = `<?xml version="1.0" encoding="UTF-8"?>` +
		`<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">` +
		`<soap:Body><DemandeIDB xmlns="urn:miroir:roc:v1"><numeroAMC>0075123456</numeroAMC><beneficiaire>` +
		`<nirAssure>1************</nirAssure><rangNaissance>1</rangNaissance></beneficiaire></DemandeIDB>` +
		`</soap:Body></soap:Envelope>`
)

// sampleGreen is a run in which everything is proven.
func sampleGreen() *Campaign {
	c := &Campaign{
		Run:     "20261121-140500-7f3a",
		Started: start,
		Ended:   start.Add(6400 * time.Millisecond),
		Suite: Suite{
			Version: "2026.11.0", Digest: "sha256:9b2d7c4e", Simulator: "0.1.0", Godog: "v0.16.0",
		},
		Product: Product{Editor: "Éditions Horizon", Name: "GAP Horizon", Version: "4.2.1"},
		Settings: Settings{
			Binding: "soap", Versions: []string{"v1"}, Pilote: "http", Seed: 20261121, Parallel: 4, Masked: true,
		},
	}
	titles := []string{
		"Trouver l'adresse de l'AMC à partir de l'attestation", "Conserver les zéros de tête du numéro d'AMC",
		"Se replier sur le circuit historique quand l'AMC n'est pas raccordée",
		"Demander le CSR quand plusieurs AMC sont possibles",
		"Montrer à l'agent les droits ouverts et le débiteur",
		"Proposer de corriger l'identité d'un bénéficiaire inconnu",
		"Transmettre le rang gémellaire des jumeaux", "Renouveler l'identification des droits périmée avant le calcul",
		"Présenter la simulation comme une estimation", "Ne pas faire de créance d'une simulation",
		"Enregistrer l'engagement ligne par ligne", "Facturer au patient ce que le plafond laisse",
		"Alerter quand l'AMC accorde plus que demandé", "Annuler puis recalculer quand une prestation s'ajoute",
	}
	services := strings.Fields("ANN ANN ANN ANN IDB IDB IDB IDB SIM SIM CLC CLC CLC DEL")
	for i, title := range titles {
		addSample(c, i, services[i], title)
	}
	c.Results[12].Exchanges[1].Forced = true
	return c
}

// addSample adds one conforming case and its requirement.
func addSample(c *Campaign, i int, service, title string) {
	id := fmt.Sprintf("ROC-%s-%03d", service, i+1)
	req := fmt.Sprintf("EXG-%s-%04d", service, i+1)
	coordinate := id + "@v1"
	c.Selected = append(c.Selected, coordinate)
	c.Requirements = append(c.Requirements, Requirement{
		ID: req, Level: "doit", Service: service,
		Summary: "La GAP doit " + strings.ToLower(title[:1]) + title[1:] + ".",
	})
	c.Results = append(c.Results, Result{
		Coordinate: coordinate, Case: id, Version: "v1", Title: title, Service: service,
		Requirements: []string{req}, Level: Obligatoire,
		File: "features/" + strings.ToLower(service) + ".feature", Line: 12 + 9*i,
		Verdict: Conforme, DurationMS: int64(180 + 37*i),
		Steps: []StepRun{
			{"Étant donné", `un patient couvert par l'AMC "Mutuelle Boréale"`, 13 + 9*i, EtapeFaite, ""},
			{"Quand", "l'agent enregistre l'attestation", 14 + 9*i, EtapeFaite, ""},
			{"Alors", "la GAP doit montrer à l'agent la réponse reçue", 15 + 9*i, EtapeFaite, ""},
		},
		Checks: []Check{
			{ID: id + "#message-envoye", Text: "La GAP envoie un message lisible", Mandatory: true, Outcome: Reussie,
				Expected: "1 demande", Observed: "1 demande", Evidence: "échange 1"},
			{ID: id + "#reponse-montree", Text: "La GAP montre la réponse à l'agent", Mandatory: true, Outcome: Reussie,
				Evidence: "dossier affiché par la GAP"},
		},
		Exchanges: sampleExchanges(c.Run, id),
	})
}

func sampleExchanges(run, id string) []Exchange {
	path := "/m/" + run + "-v1-" + strings.ToLower(id) + "/v1/amc"
	return []Exchange{
		{ID: "e-" + id + "-1", At: start.Add(120 * time.Millisecond), Service: "IDB", Path: path,
			Binding: "soap11", HTTP: 200, Outcome: "OK", Request: sampleSOAP, Reply: sampleSOAP,
			Trace: []string{"IDB-R01 AMC desservie à cette adresse",
				"IDB-R04 bénéficiaire reconnu par NIR, date et rang"}},
		{ID: "e-" + id + "-2", At: start.Add(240 * time.Millisecond), Service: "CLC", Path: path,
			Binding: "soap11", HTTP: 200, Outcome: "PARTIEL R01", Request: sampleAsked, Reply: sampleAnswered,
			Trace: []string{"CLC-R09 AMC 1 020,00 € sur 1 186,56 € demandés, patient 166,56 €."},
			Lines: []Share{
				{Number: 1, Code: "TM", From: "2025-06-02", To: "2025-06-06", Requested: "1166.56", Answered: true,
					AMC: "1000.00", Patient: "166.56", Rules: []RuleShare{
						{Text: "GAR-R20 Ligne 1, rang 1 (BASE) : 800,00 € sur 1 166,56 € ; Plafond atteint.",
							Paid: "800.00", Refused: "0.00"},
						{Text: "GAR-R20 Ligne 1, rang 2 (SURCO) : 200,00 € sur 366,56 € ; Plafond atteint.",
							Paid: "200.00", Refused: "166.56"}}},
				{Number: 2, Code: "FJS", From: "2025-06-07", Requested: "20.00", Answered: true, AMC: "20.00",
					Patient: "0.00", Rules: []RuleShare{
						{Text: "GAR-R22 Ligne 2, rang 1 (BASE) : 20,00 € sur 20,00 €.",
							Paid: "20.00", Refused: "0.00"}}}}},
	}
}

// sampleMixed is a run with one of everything.
func sampleMixed() *Campaign {
	c := sampleGreen()
	c.Requirements[1].Level = "ne_doit_pas"
	reserve := &c.Results[4]
	reserve.Checks = append(reserve.Checks, Check{
		ID: "ROC-IDB-005#nom-operateur", Text: "La GAP devrait montrer le nom de l'opérateur", Outcome: Reserve,
		Expected: "Opérateur Nord", Observed: "rien",
	})
	fail(&c.Results[11], OriginGAP, NonConforme,
		"La GAP facture 0,00 € au patient alors que le plafond lui laisse 166,56 €.")
	c.Results[11].Checks[1].Expected, c.Results[11].Checks[1].Observed = "166,56 €", "0,00 €"
	c.Results[11].Checks[1].Text = "La GAP facture au patient ce que l'AMC ne prend pas"
	c.Results[11].Complements = []string{"Le motif R01 n'est pas conservé dans le dossier."}
	fail(&c.Results[2], OriginGAP, NonConforme, "Aucune demande n'est arrivée à l'adresse de l'annuaire.")
	c.Results[2].Exchanges = nil
	c.Results[2].Orphans = []string{
		"POST /m/20261121-140500-7f3a-v1-roc-ann-003/v1/annuaires (404) : adresse voisine de /v1/annuaire"}
	fail(&c.Results[9], OriginPilote, Erreur, "Le pilote n'a pas répondu à « collecter » dans le délai de 5 s.")
	fail(&c.Results[6], OriginPilote, NonConcluant, "Le pilote ne sait pas choisir le rang gémellaire.")
	for i := range c.Results[6].Checks {
		c.Results[6].Checks[i].Outcome = NonEmise
	}
	fail(&c.Results[13], OriginOperateur, ARevoir, "L'impression du reçu attend l'avis d'un agent.")
	fail(&c.Results[8], OriginBanc, NonExecute, "Campagne arrêtée avant ce cas.")
	c.Results[8].Exchanges, c.Results[8].Steps = nil, nil
	c.Results[7].Verdict, c.Results[7].Reason = SansObjet,
		"La fiche de l'éditeur exclut le renouvellement (fiche.yaml, ligne 14)."
	c.Product.Ecart = "part-patient-oubliee"
	c.Detection = &Detection{Total: 3, Detected: 2, Deviations: []Deviation{
		{ID: "part-patient-oubliee", Version: "v1", Requirement: "EXG-CLC-0012",
			Summary:  "oublie la part du patient après un plafond",
			Detected: true, Exact: true, By: []string{"ROC-CLC-012@v1"}},
		{ID: "zeros-perdus", Version: "v1", Requirement: "EXG-ANN-0002",
			Summary:  "perd les zéros de tête du numéro d'AMC",
			Detected: true, By: []string{"ROC-ANN-003@v1", "ROC-IDB-005@v1"}},
		{ID: "rang-ignore", Version: "v1", Requirement: "EXG-IDB-0007", Summary: "envoie toujours le rang 1"},
	}}
	return c
}

// fail turns a conforming sample into something else, its last step and check in default.
func fail(r *Result, o Origin, v Verdict, reason string) {
	r.Verdict, r.Origin, r.Reason = v, o, reason
	r.Steps[2].State, r.Steps[2].Detail = EtapeEchouee, reason
	if v == NonConforme {
		r.Checks[1].Outcome = Echouee
	} else {
		r.Checks[1].Outcome = NonEmise
	}
}

func judged(c *Campaign) *Campaign {
	Judge(c)
	return c
}
