package vocabulaire

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

// asked sums what the lines of a request ask of the AMC, and counts those that ask something. An
// empty nature means every line.
func asked(m message, n nature) (total roc.Cents, lines int, err error) {
	for _, line := range m.list("lignes") {
		part, err := partOf(line, n)
		if err != nil {
			return 0, 0, err
		}
		if part != 0 {
			lines++
		}
		total += part
	}
	return total, lines, nil
}

// partOf is what a line asks of the AMC for a nature; an empty nature means whatever it asks. The fee of a
// practitioner asks for two things in one line.
func partOf(line message, n nature) (roc.Cents, error) {
	part, err1 := requested(line)
	over, err2 := line.amount("depassement")
	switch of := natureOf(line); {
	case n == "" || of == n && of != feeTM:
	case of == feeTM && n == feeTM:
		part -= over
	case of == feeTM && n == overrun:
		part = over
	default:
		part = 0
	}
	return part, firstError(err1, err2)
}

// requested is what the AMO leaves of a line, less what another AMC takes.
func requested(line message) (roc.Cents, error) {
	left, err1 := line.amount("reste")
	other, err2 := line.amount("autreAMC")
	return left - other, firstError(err1, err2)
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
	const byNature = "Additionne les lignes de cette nature du dernier calcul : ticket modérateur, forfait " +
		"journalier, participation forfaitaire, forfait patient urgences, chambre particulière, etc. "
	const nothing = "Vérifie que le dernier calcul ne demande rien à l'AMC à ce titre : ticket modérateur, forfait " +
		"journalier, participation forfaitaire, forfait patient urgences, majoration hors parcours, etc."
	return []steps.Step{
		obligation("montant-nature", "montant-nature", "la GAP [doit|devrait] demander à l'AMC {montant} de {nature}",
			byNature+"Une participation forfaitaire, ou un forfait patient urgences, tient en une seule ligne.",
			"la GAP doit demander à l'AMC 20,00 € de forfait journalier", requests(roc.CLC)),
		obligation("montant-periode", "montant-periode",
			"la GAP [doit|devrait] demander à l'AMC {montant} de {nature} du {date} au {date}",
			"Additionne les lignes de cette nature du dernier calcul qui touchent ces jours : aucune n'en sort.",
			"la GAP doit demander à l'AMC 40,00 € de forfait journalier du 27/02/2026 au 28/02/2026",
			onLast(roc.CLC, requestsBetween)),
		obligation("quantite-devrait", "quantite",
			"la GAP devrait demander à l'AMC {entier} jours de {nature} en une ligne",
			"Veut au dernier calcul une seule ligne de cette nature, de cette quantité.",
			"la GAP devrait demander à l'AMC 3 jours de lit d'accompagnant en une ligne",
			onLast(roc.CLC, requestsDays)),
		obligation("montant-total", "montant-total", "la GAP [doit|devrait] demander à l'AMC {montant} au total",
			"Compare le total demandé du dernier calcul, et la somme de ses lignes, avec le montant.",
			"la GAP doit demander à l'AMC 1 186,56 € au total",
			onLast(roc.CLC, func(s *steps.Scene, x admin.Exchange, a steps.Args) error {
				sum, _, err1 := asked(request(x), "")
				stated, err2 := request(x).amount("totaux.demande")
				s.Verify(sum == a.Amount(0), a.Amount(0).French(), sum.French(), wire(x, "lignes"))
				s.Verify(stated == a.Amount(0), a.Amount(0).French(), stated.French(), wire(x, "totaux.demande"))
				return firstError(err1, err2)
			})),
		obligation("sans-nature", "sans-nature", "la GAP ne [doit|devrait] pas demander de {nature} à l'AMC", nothing,
			"la GAP ne doit pas demander de ticket modérateur à l'AMC", onLast(roc.CLC, requestsNone)),
		obligation("sans-soins-le", "jour-non-demande",
			"la GAP ne [doit|devrait] pas demander à l'AMC de soins le {date}",
			"Cherche ce jour parmi ceux des lignes de toutes les demandes de calcul.",
			"la GAP ne doit pas demander à l'AMC de soins le 04/06/2025",
			requestsNothingOn),
	}
}

// requestsNothingOn wants no line of any calculation to speak of the sentence's day.
func requestsNothingOn(ctx context.Context, s *steps.Scene, a steps.Args) error {
	list, err := of(ctx, s, roc.CLC)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		s.Unseen(named(roc.CLC))
		return nil
	}
	for _, x := range list {
		var found []string
		for _, line := range request(x).list("lignes") {
			if covers(line.text("du"), line.text("au"), a.Date(0).String()) {
				found = append(found, line.text("code"))
			}
		}
		s.Verify(len(found) == 0, "aucune ligne ce jour-là", strings.Join(found, ", "), wire(x, "lignes"))
	}
	return nil
}

// covers reports whether a day is inside a line's dates; both ends are included.
func covers(from, to, day string) bool {
	if to == "" {
		to = from
	}
	return from <= day && day <= to
}

// requests wants the lines of the sentence's nature to sum to its amount.
func requests(svc roc.Service) run {
	return onLast(svc, func(s *steps.Scene, x admin.Exchange, a steps.Args) error {
		want, n := a.Amount(0), nature(a.Text(1))
		total, lines, err := asked(request(x), n)
		if slices.Contains(once, n) {
			s.Verify(total == want && lines == 1, want.French()+" en une ligne",
				fmt.Sprintf("%s en %d ligne(s)", total.French(), lines), wire(x, "lignes"))
			return err
		}
		s.Verify(total == want, want.French(), total.French(), wire(x, "lignes"))
		return err
	})
}

// requestsBetween wants the lines of a nature to sum to an amount on some days, and none of those
// lines to speak of other days too.
func requestsBetween(s *steps.Scene, x admin.Exchange, a steps.Args) error {
	want, first, last := a.Amount(0), a.Date(2).String(), a.Date(3).String()
	var total roc.Cents
	for _, line := range request(x).list("lignes") {
		from, to := line.text("du"), cmp.Or(line.text("au"), line.text("du"))
		if natureOf(line) != nature(a.Text(1)) || to < first || from > last {
			continue
		}
		left, err := partOf(line, nature(a.Text(1)))
		if err != nil {
			return err
		}
		inside := from >= first && to <= last
		s.Verify(inside, "des lignes dont aucune ne sort de ces jours", fmt.Sprintf("une ligne du %s au %s", from, to),
			wire(x, "lignes"))
		total += left
	}
	s.Verify(total == want, want.French(), total.French(), wire(x, "lignes"))
	return nil
}

func requestsDays(s *steps.Scene, x admin.Exchange, a steps.Args) error {
	var seen []string
	for _, line := range request(x).list("lignes") {
		if natureOf(line) == nature(a.Text(1)) {
			seen = append(seen, line.text("quantite"))
		}
	}
	want := []string{strconv.Itoa(a.Int(0))}
	s.Verify(slices.Equal(seen, want), fmt.Sprintf("une ligne, de quantité %d", a.Int(0)),
		fmt.Sprintf("%d ligne(s), de quantités %q", len(seen), seen), wire(x, "lignes"))
	return nil
}

func requestsNone(s *steps.Scene, x admin.Exchange, a steps.Args) error {
	total, lines, err := asked(request(x), nature(a.Text(0)))
	s.Verify(lines == 0, "rien", fmt.Sprintf("%s en %d ligne(s)", total.French(), lines), wire(x, "lignes"))
	return err
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
