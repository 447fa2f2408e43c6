package vocabulaire

import (
	"fmt"
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

// A nature is what a line is for. A GAP may cut an amount into as many lines as it likes: amounts
// are compared by nature.
type nature string

const (
	tm    nature = "ticket modérateur"
	fj    nature = "forfait journalier"
	pas   nature = "participation forfaitaire"
	room  nature = "chambre particulière"
	extra nature = "confort"
)

// natureOf sorts a line by its prestation code; what is no known flat amount is care, on which the
// AMO leaves the ticket modérateur.
func natureOf(line message) nature {
	code := line.text("code")
	switch {
	case line.text("participation") == "true" || slices.Contains([]string{"PAS", "TMF"}, code):
		return pas
	case slices.Contains([]string{"FJ", "FJA", "FJR"}, code):
		return fj
	case slices.Contains([]string{"CHP", "SHO", "CP"}, code):
		return room
	case slices.Contains([]string{"LIT", "ACC", "REP", "TV", "TEL"}, code):
		return extra
	}
	return tm
}

// asked sums what the lines of a request ask of the AMC: what the AMO leaves, less what another AMC
// takes. An empty nature means every line.
func asked(m message, n nature) (total roc.Cents, lines int, err error) {
	for _, line := range m.list("lignes") {
		if n != "" && natureOf(line) != n {
			continue
		}
		left, err := line.amount("reste")
		if err != nil {
			return 0, 0, err
		}
		other, err := line.amount("autreAMC")
		if err != nil {
			return 0, 0, err
		}
		if left != other {
			lines++
		}
		total += left - other
	}
	return total, lines, nil
}

// verifyAmount judges an amount that the GAP shows. What is no amount is told as it is.
func verifyAmount(s *steps.Scene, want roc.Cents, shown string) {
	got, err := roc.ParseCents(shown)
	observed := got.French()
	if err != nil {
		observed = quoted(shown)
	}
	s.Verify(err == nil && got == want, want.French(), observed, dossier)
}

func amountSteps() []steps.Step {
	asks := func(id string, n nature, sample string) steps.Step {
		return obligation(id, id, "la GAP doit demander à l'AMC {montant} de "+string(n),
			"Additionne les lignes de "+string(n)+" du dernier calcul.",
			"la GAP doit demander à l'AMC "+sample+" de "+string(n), requests(roc.CLC, n))
	}
	return []steps.Step{
		asks("montant-tm", tm, "1 166,56 €"),
		asks("montant-fj", fj, "20,00 €"),
		obligation("montant-pas", "montant-pas", "la GAP doit demander à l'AMC {montant} de participation forfaitaire",
			"Veut une seule ligne de participation forfaitaire au dernier calcul, de ce montant.",
			"la GAP doit demander à l'AMC 24,00 € de participation forfaitaire",
			onLast(roc.CLC, func(s *steps.Scene, x admin.Exchange, a steps.Args) error {
				total, lines, err := asked(request(x), pas)
				s.Verify(total == a.Amount(0) && lines == 1, a.Amount(0).French()+" en une ligne",
					fmt.Sprintf("%s en %d ligne(s)", total.French(), lines), wire(x, "lignes"))
				return err
			})),
		asks("montant-chambre", room, "300,00 €"),
		obligation("montant-total", "montant-total", "la GAP doit demander à l'AMC {montant} au total",
			"Compare le total demandé du dernier calcul, et la somme de ses lignes, avec le montant.",
			"la GAP doit demander à l'AMC 1 186,56 € au total",
			onLast(roc.CLC, func(s *steps.Scene, x admin.Exchange, a steps.Args) error {
				sum, _, err1 := asked(request(x), "")
				stated, err2 := request(x).amount("totaux.demande")
				s.Verify(sum == a.Amount(0), a.Amount(0).French(), sum.French(), wire(x, "lignes"))
				s.Verify(stated == a.Amount(0), a.Amount(0).French(), stated.French(), wire(x, "totaux.demande"))
				return firstError(err1, err2)
			})),
		withoutStep("sans-tm", tm), withoutStep("sans-fj", fj),
		obligation("sans-soins-le", "jour-non-demande", "la GAP ne doit pas demander à l'AMC de soins le {date}",
			"Cherche ce jour parmi ceux des lignes de toutes les demandes de calcul.",
			"la GAP ne doit pas demander à l'AMC de soins le 04/06/2025",
			onLast(roc.CLC, func(s *steps.Scene, x admin.Exchange, a steps.Args) error {
				var found []string
				for _, line := range request(x).list("lignes") {
					if from, to := line.text("du"), line.text("au"); covers(from, to, a.Date(0).String()) {
						found = append(found, line.text("code"))
					}
				}
				s.Verify(len(found) == 0, "aucune ligne ce jour-là", strings.Join(found, ", "), wire(x, "lignes"))
				return nil
			})),
	}
}

// covers reports whether a day is inside a line's dates; both ends are included.
func covers(from, to, day string) bool {
	if to == "" {
		to = from
	}
	return from <= day && day <= to
}

// requests wants the lines of a nature to sum to the sentence's amount.
func requests(svc roc.Service, n nature) run {
	return onLast(svc, func(s *steps.Scene, x admin.Exchange, a steps.Args) error {
		total, _, err := asked(request(x), n)
		s.Verify(total == a.Amount(0), a.Amount(0).French(), total.French(), wire(x, "lignes"))
		return err
	})
}

func withoutStep(id string, n nature) steps.Step {
	text := "la GAP ne doit pas demander de " + string(n) + " à l'AMC"
	return obligation(id, id, text, "Vérifie que le dernier calcul ne demande rien à l'AMC à ce titre.", text,
		onLast(roc.CLC, func(s *steps.Scene, x admin.Exchange, _ steps.Args) error {
			total, lines, err := asked(request(x), n)
			s.Verify(lines == 0, "rien", fmt.Sprintf("%s en %d ligne(s)", total.French(), lines), wire(x, "lignes"))
			return err
		}))
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
