package reports

import (
	"strings"
	"testing"
)

func TestTheClaimIsSaidInOneSentence(t *testing.T) {
	keep := func(n int) func(*Campaign) {
		return func(c *Campaign) {
			c.Selected, c.Results, c.Requirements = c.Selected[:n], c.Results[:n], c.Requirements[:n]
		}
	}
	reserve := func(i int) func(*Campaign) {
		return func(c *Campaign) { c.Results[i].Checks[1].Mandatory, c.Results[i].Checks[1].Outcome = false, Reserve }
	}
	set := func(i int, v Verdict, o Origin) func(*Campaign) {
		return func(c *Campaign) { fail(&c.Results[i], o, v, "motif") }
	}
	for want, changes := range map[string][]func(*Campaign){
		"Conforme : les 14 exigences obligatoires jouées sont prouvées.": {},
		"Conforme : l'exigence obligatoire jouée est prouvée.": {
			keep(1),
		},
		"Conforme : les 2 exigences obligatoires jouées sont prouvées, avec 1 réserve.": {
			keep(2), reserve(0),
		},
		"Conforme : les 3 exigences obligatoires jouées sont prouvées, avec 2 réserves.": {
			keep(3), reserve(0), reserve(1),
		},
		"Conforme : les 13 exigences obligatoires jouées sont prouvées.": {
			set(3, SansObjet, ""),
		},
		"Non conforme : 1 exigence obligatoire sur 14 est en défaut.": {
			set(0, NonConforme, OriginGAP),
		},
		"1 exigence obligatoire sur 14 non prouvée : campagne incomplète.": {
			set(0, Erreur, OriginBanc),
		},
		"2 exigences obligatoires sur 14 non prouvées : campagne incomplète.": {
			set(0, ARevoir, ""), set(1, NonExecute, ""),
		},
		"Aucun cas sélectionné : campagne incomplète, rien n'est prouvé.": {
			keep(0),
		},
		"Campagne incomplète : elle n'est pas allée jusqu'au bout. La campagne a été interrompue.": {
			func(c *Campaign) { c.Interrupted = true },
		},
		"Campagne invalide : une incohérence dans les preuves interdit toute conclusion.": {
			func(c *Campaign) { c.Results[0].Checks = nil },
		},
		"1 cas sélectionné sur 15 sans résultat : campagne incomplète.": {
			func(c *Campaign) { c.Selected = append(c.Selected, "ROC-DEL-099@v1") },
		},
		"Conforme : les 2 cas joués sont conformes.": {keep(2), func(c *Campaign) {
			c.Requirements, c.Results[0].Requirements, c.Results[1].Requirements = nil, nil, nil
		}},
		"Conforme : les 12 exigences obligatoires jouées sont prouvées.": {func(c *Campaign) {
			c.Requirements[0].Level, c.Requirements[1].Level = "devrait", "peut"
		}},
		"Conforme : les 13 exigences obligatoires jouées sont prouvées, avec 1 réserve.": {
			set(0, NonConcluant, OriginPilote), func(c *Campaign) { c.Results[0].Level = Recommande },
		},
	} {
		t.Run(want, func(t *testing.T) {
			c := sampleGreen()
			for _, change := range changes {
				change(c)
			}
			Judge(c)
			if got := strings.ReplaceAll(claimSentence(c, mustLabels(t, "fr")), "\u00a0", " "); got != want {
				t.Errorf("sentence %q", got)
			}
		})
	}
}

func TestALevelThatNobodyKnowsBlocks(t *testing.T) {
	blocks := map[string]bool{Obligatoire: true, Recommande: false, Information: false, "": true, "haut": true}
	for level, want := range blocks {
		if got := (&Result{Level: level}).Blocking(); got != want {
			t.Errorf("level %q blocks: %v", level, got)
		}
	}
}
