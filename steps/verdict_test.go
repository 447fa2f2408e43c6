package steps_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
)

const honest = "\nÉtant donné un patient\nQuand l'agent identifie les droits\nAlors la GAP doit appeler \"IDB\""

func TestACaseIsJudged(t *testing.T) {
	tests := map[string]struct {
		scenario string
		bend     func(*bench)
		verdict  reports.Verdict
		origin   reports.Origin
		reason   string // a part of it
	}{
		"an honest GAP is conforme": {scenario: honest, verdict: reports.Conforme},
		"a table reaches its step as written": {
			scenario: honest + "\nEt la GAP doit afficher\n| titre |\n| a\\|b\\\\ |", verdict: reports.Conforme},
		"a recommendation missed is a reserve": {
			scenario: honest + "\nEt la GAP devrait sourire", verdict: reports.Conforme},
		"a failing check is the GAP's": {
			scenario: honest + "\nEt la GAP doit réussir l'impossible",
			verdict:  reports.NonConforme, origin: reports.OriginGAP, reason: "attendu : attendu ; observé : observé"},
		"several calls of Verify must all hold": {
			scenario: honest + "\nEt la GAP doit tout réussir",
			verdict:  reports.NonConforme, origin: reports.OriginGAP, reason: "attendu : deux ; observé : trois"},
		"a service other than the one expected is a failure": {
			scenario: strings.Replace(honest, `"IDB"`, `"CLC"`, 1),
			verdict:  reports.NonConforme, origin: reports.OriginGAP, reason: "attendu : CLC ; observé : IDB"},
		"an Alors without Verify is the suite's error": {
			scenario: honest + "\nEt la GAP doit rester sans vérification",
			verdict:  reports.Erreur, origin: reports.OriginSuite, reason: "n'a pas émis"},
		"a panic is the suite's error": {
			scenario: honest + "\nEt la GAP doit affoler le banc",
			verdict:  reports.Erreur, origin: reports.OriginSuite, reason: "aïe"},
		"an unexplained error is the suite's": {
			scenario: honest + "\nEt la GAP doit faire échouer l'étape",
			verdict:  reports.Erreur, origin: reports.OriginSuite, reason: "a échoué"},
		"an Alors that acts is the suite's error": {
			scenario: honest + "\nEt la GAP doit agir dans un Alors",
			verdict:  reports.Erreur, origin: reports.OriginSuite, reason: "ne demande rien"},
		"a world changed after the start is the suite's error": {
			scenario: strings.Replace(honest, "un patient", "une étape qui change le monde trop tard", 1),
			verdict:  reports.Erreur, origin: reports.OriginSuite, reason: "a changé le monde"},
		"an error beats a failure": {
			scenario: honest + "\nEt la GAP doit réussir l'impossible\nEt la GAP doit affoler le banc",
			verdict:  reports.Erreur, origin: reports.OriginSuite, reason: "aïe"},
		"recommendations alone prove nothing of a mandatory case": {
			scenario: "\nQuand l'agent identifie les droits\nAlors la GAP devrait sourire",
			verdict:  reports.Erreur, origin: reports.OriginSuite, reason: "aucune vérification"},
		"recommendations suffice for a recommended case": {
			scenario: "@niveau:recommande\nQuand l'agent identifie les droits\nAlors la GAP devrait sourire",
			verdict:  reports.Conforme},
		"a mute GAP whose driver says done is not conforme": {
			scenario: honest, bend: acts(pilote.Reply{Status: pilote.Fait}),
			verdict: reports.NonConforme, origin: reports.OriginGAP, reason: "un appel de IDB"},
		"a mute GAP is not conforme by an absence": {
			scenario: "\nQuand l'agent calcule\nAlors la GAP ne doit rien envoyer",
			bend:     acts(pilote.Reply{Status: pilote.Fait}),
			verdict:  reports.NonConforme, origin: reports.OriginGAP, reason: "aucune requête n'est arrivée"},
		"a GAP that calls the wrong URL is not conforme": {
			scenario: honest, bend: calls("/v2/idb"),
			verdict: reports.NonConforme, origin: reports.OriginGAP, reason: "un appel de IDB"},
		"a product that refuses where an exchange is awaited is not conforme": {
			scenario: honest, bend: acts(pilote.Reply{Status: pilote.RefuseProduit, Message: "Saisie incomplète"}),
			verdict: reports.NonConforme, origin: reports.OriginGAP, reason: "Saisie incomplète"},
		"a driver that cannot act concludes nothing": {
			scenario: honest, bend: acts(pilote.Reply{Status: pilote.Impossible, Cause: "écran verrouillé"}),
			verdict: reports.NonConcluant, origin: reports.OriginPilote, reason: "écran verrouillé"},
		"a driver that does not know the action concludes nothing": {
			scenario: honest, bend: acts(pilote.Reply{Status: pilote.NonSupporte}),
			verdict: reports.NonConcluant, origin: reports.OriginPilote, reason: "non_supporte"},
		"an action still under way concludes nothing": {
			scenario: honest, bend: acts(pilote.Reply{Status: pilote.EnCours}),
			verdict: reports.NonConcluant, origin: reports.OriginPilote, reason: "en cours"},
		"a driver that cannot prepare concludes nothing": {
			scenario: honest,
			bend:     overrides(pilote.Preparer, says(pilote.Reply{Status: pilote.Impossible, Cause: "base pleine"})),
			verdict:  reports.NonConcluant, origin: reports.OriginPilote, reason: "base pleine"},
		"garbage from the driver is its error": {
			scenario: honest, bend: overrides(pilote.Declencher, writes(200, "fait !")),
			verdict: reports.Erreur, origin: reports.OriginPilote, reason: "rompu le protocole"},
		"an unknown status is the driver's error": {
			scenario: honest, bend: overrides(pilote.Declencher, writes(200, `{"statut":"ok"}`)),
			verdict: reports.Erreur, origin: reports.OriginPilote, reason: "rompu le protocole"},
		"an unknown member is the driver's error": {
			scenario: honest, bend: overrides(pilote.Declencher, writes(200, `{"statut":"fait","verdict":"conforme"}`)),
			verdict: reports.Erreur, origin: reports.OriginPilote, reason: "rompu le protocole"},
		"a crash of the driver is its error": {
			scenario: honest, bend: overrides(pilote.Declencher, crashes),
			verdict: reports.Erreur, origin: reports.OriginPilote, reason: "injoignable"},
		"a driver that is too slow is its error, and the budget is named": {
			scenario: honest, bend: slow,
			verdict: reports.Erreur, origin: reports.OriginPilote, reason: "dans le délai qui lui est accordé (30ms)"},
		"a collecter without facts is the driver's error": {
			scenario: honest + "\nEt la GAP doit montrer le dossier",
			bend:     overrides(pilote.Collecter, says(pilote.Reply{Status: pilote.Fait})),
			verdict:  reports.Erreur, origin: reports.OriginPilote, reason: "faits"},
		"a simulator that fails is the simulator's error": {
			scenario: honest, bend: func(b *bench) {
				b.simulator.broken = func(path string) bool { return strings.HasSuffix(path, "-001/exchanges") }
			},
			verdict: reports.Erreur, origin: reports.OriginSimulateur, reason: "lire le journal"},
		"a world that the simulator refuses is the suite's error": {
			scenario: honest, bend: func(b *bench) { b.simulator.worlds["essai-v1-roc-idb-001"] = nil },
			verdict: reports.Erreur, origin: reports.OriginSuite, reason: "MONDE_EXISTANT"},
		"a GAP that goes on sending after its driver said done concludes nothing": {
			scenario: honest, bend: chatty,
			verdict: reports.NonConcluant, origin: reports.OriginPilote, reason: "trop tard"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			if test.bend != nil {
				test.bend(b)
			}
			expect(t, play(t, b, test.scenario)[0], test.verdict, test.origin, test.reason)
		})
	}
}

func TestACaseWithoutExchangeWantsAnotherSignOfLife(t *testing.T) {
	const blocked = "@sans-echange\nQuand l'agent calcule\nAlors la GAP ne doit rien envoyer"
	tests := map[string]struct {
		bend    func(*bench)
		verdict reports.Verdict
		origin  reports.Origin
		reason  string
	}{
		"a refusal by the product is one": {
			bend: acts(pilote.Reply{Status: pilote.RefuseProduit, Message: "Incomplet"}), verdict: reports.Conforme,
		},
		"the dossier shown after the end is one": {
			bend: acts(pilote.Reply{Status: pilote.Fait}), verdict: reports.Conforme,
		},
		"a driver that shows nothing gives none": {
			bend: func(b *bench) {
				acts(pilote.Reply{Status: pilote.Fait})(b)
				b.driver.override[pilote.Collecter] = says(pilote.Reply{Status: pilote.Fait, Facts: &pilote.Facts{}})
			},
			verdict: reports.NonConcluant, origin: reports.OriginPilote, reason: "ne prouve rien"},
		"a driver that does not end cases gives none": {
			bend: func(b *bench) {
				acts(pilote.Reply{Status: pilote.Fait})(b)
				b.driver.override[pilote.Terminer] = says(pilote.Reply{Status: pilote.NonSupporte})
			},
			verdict: reports.NonConcluant, origin: reports.OriginPilote, reason: "ne prouve rien"},
		"a GAP that calls is not conforme": {
			verdict: reports.NonConforme, origin: reports.OriginGAP, reason: "aucun échange"},
		"a GAP that calls after it was judged is not conforme": {
			bend: func(b *bench) {
				chatty(b)
				b.driver.act = func(string, pilote.Demand) pilote.Reply { return pilote.Reply{Status: pilote.Fait} }
			},
			verdict: reports.NonConforme, origin: reports.OriginGAP, reason: "ne doit plus rien envoyer"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			b := newBench(t)
			if test.bend != nil {
				test.bend(b)
			}
			expect(t, play(t, b, blocked)[0], test.verdict, test.origin, test.reason)
		})
	}
}

func expect(t *testing.T, r reports.Result, v reports.Verdict, o reports.Origin, reason string) {
	t.Helper()
	reasoned := strings.Contains(r.Reason, reason) && (v != reports.Conforme || r.Reason == "")
	if r.Verdict != v || r.Origin != o || !reasoned {
		t.Errorf("got %s %s %q, want %s %s …%s… (also: %q)", r.Verdict, r.Origin, r.Reason, v, o, reason, r.Complements)
	}
	if r.Verdict == reports.NonConforme && !failed(r) {
		t.Error("non conforme without a failed check")
	}
}

func failed(r reports.Result) bool {
	for _, c := range r.Checks {
		if c.Outcome == reports.Echouee && c.Mandatory {
			return true
		}
	}
	return false
}

func acts(r pilote.Reply) func(*bench) {
	return func(b *bench) { b.driver.act = func(string, pilote.Demand) pilote.Reply { return r } }
}

func calls(path string) func(*bench) {
	return func(b *bench) {
		b.driver.act = func(base string, _ pilote.Demand) pilote.Reply {
			call(base + path)
			return pilote.Reply{Status: pilote.Fait}
		}
	}
}

func overrides(verb pilote.Verb, h http.HandlerFunc) func(*bench) {
	return func(b *bench) { b.driver.override[verb] = h }
}

func crashes(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }

func slow(b *bench) {
	b.options.Budgets.Driver = 30 * time.Millisecond
	b.driver.override[pilote.Declencher] = sleeps
}

// chatty sends once more when the case is declared over.
func chatty(b *bench) {
	b.driver.override[pilote.Terminer] = func(w http.ResponseWriter, _ *http.Request) {
		call(b.simulator.URL + "/m/essai-v1-roc-idb-001/v1/idb")
		answer(w, http.StatusOK, pilote.Reply{Status: pilote.Fait})
	}
}
