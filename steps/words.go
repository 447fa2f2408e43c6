package steps

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// closedLists are the parameters that take one of a few words, as the words stand in a sentence: one
// sentence serves them all and still reads as French. What a word means is the vocabulary's business.
func closedLists() []Parameter {
	return []Parameter{
		inOrder("service", "annuaire", "identification des droits", "simulation", "calcul", "annulation"),
		inOrder("appel", "interroger l'annuaire", "identifier les droits", "simuler", "calculer", "annuler"),
		closed("discipline", "médecine", "chirurgie", "soins médicaux et de réadaptation", "psychiatrie",
			"hospitalisation de jour en psychiatrie", "hospitalisation à domicile"),
		closed("entite", "l'hôpital", "la clinique"),
		closed("lieu", "le même groupe", "un autre groupe"),
		closed("praticien", "un chirurgien de secteur 1", "un anesthésiste de secteur 1",
			"un chirurgien adhérent à l'OPTAM-CO", "un chirurgien non adhérent à l'OPTAM-CO",
			"un chirurgien qui se dit adhérent à l'OPTAM-CO", "un chirurgien hors du compte mandataire"),
		closed("periode", "première période", "deuxième période", "deuxième et dernière période",
			"troisième et dernière période"),
		closed("choix", "accepte le statut OPTAM que l'AMC connaît", "corrige le statut OPTAM du praticien",
			"demande au praticien un justificatif de son statut OPTAM"),
		closed("venue", "consultation externe", "consultation externe hors parcours de soins",
			"chirurgie ambulatoire", "venue aux urgences", "venue aux urgences gynécologiques"),
		closed("issue", "sorti à domicile", "transféré", "décédé", "parti avant les soins"),
		closed("soin", "un acte", "un acte dentaire", "un forfait", "une consultation"),
		closed("confort", "une chambre particulière", "un lit d'accompagnant", "un repas d'accompagnant",
			"une télévision"),
		closed("nature", "ticket modérateur", "forfait journalier", "participation forfaitaire",
			"forfait patient urgences", "forfait patient urgences réduit", "complément du forfait urgences",
			"participation du patient", "majoration hors parcours", "ticket modérateur d'honoraires",
			"dépassement d'honoraires", "chambre particulière",
			"lit d'accompagnant", "repas d'accompagnant", "télévision"),
		closed("reponse", "les réponses d'annuaire", "les engagements"),
		closed("incoherence", "plus que le montant demandé", "un total qui diffère de la somme des lignes",
			"une ligne que personne n'a demandée"),
		closed("zone", "type de convention", "critère secondaire de routage", "numéro d'adhérent"),
		closed("mention", "l'AMC", "l'opérateur", "la consigne", "le contact", "le libellé"),
		closed("payeur", "l'AMC", "le patient"),
		closed("suite", "de ressaisir l'attestation", "de corriger l'identité", "un autre payeur",
			"de régulariser une période", "de choisir un statut OPTAM"),
	}
}

// closed is a parameter that gives the word itself. Sentences are anchored, so that a word may begin
// another.
func closed(name string, words ...string) Parameter {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = regexp.QuoteMeta(w)
	}
	return Parameter{
		Name: name, Words: words, Pattern: "(" + strings.Join(quoted, "|") + ")", Sample: words[0],
		Accepted: "l'un de ces mots : " + strings.Join(words, ", "), Convert: convertText,
	}
}

// inOrder is a parameter whose words stand for the services, in the order of roc.Services.
func inOrder(name string, words ...string) Parameter {
	p := closed(name, words...)
	p.Convert = func(text string) (any, error) {
		i := slices.Index(words, text)
		if i < 0 {
			return nil, fmt.Errorf("« %s » n'est pas un service", text)
		}
		return roc.Services()[i], nil
	}
	return p
}
