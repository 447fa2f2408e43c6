package vocabulaire

import (
	"fmt"
	"math/big"
	"strconv"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

// totalOfLine: quantity × unit price × coefficient, 1 where there is none, rounded to the cent.
func totalOfLine(_, line message) (expected, observed string, err error) {
	price, err1 := line.amount("prixUnitaire")
	total, err2 := line.amount("total")
	quantity, coefficient := line.text("quantite"), line.text("coefficient")
	product := new(big.Rat).SetInt64(int64(price))
	shown := fmt.Sprintf("%s × %s", quantity, price.French())
	for _, factor := range []string{quantity, coefficient} {
		if factor == "" {
			continue
		}
		n, ok := new(big.Rat).SetString(factor)
		if !ok {
			return "", "", fmt.Errorf("« %s » n'est pas un nombre", factor)
		}
		product.Mul(product, n)
	}
	if coefficient != "" {
		shown += " × " + coefficient
	}
	want, err3 := roc.ParseCents(product.Mul(product, big.NewRat(1, 100)).FloatString(2))
	return shown + " = " + want.French(), shown + " = " + total.French(), firstError(err1, err2, err3)
}

// shareOfAMO: the base at the rate, rounded once, where both are given. The line of a participation forfaitaire
// may keep those of the act, of which the AMO pays all the rest.
func shareOfAMO(_, line message) (expected, observed string, err error) {
	if line.text("base") == "" || line.text("taux") == "" || natureOf(line) == pas {
		return "", "", nil
	}
	base, err1 := line.amount("base")
	amo, err2 := line.amount("montantAMO")
	rate, err3 := strconv.Atoi(line.text("taux"))
	shown := fmt.Sprintf("part AMO de %d %% de %s : ", rate, base.French())
	return shown + base.Percent(rate).French(), shown + amo.French(), firstError(err1, err2, err3)
}

// baseOfCare: a ticket modérateur is what the AMO leaves of its base; the rest of the line is an overrun, and
// said to be one.
func baseOfCare(_, line message) (expected, observed string, err error) {
	n := natureOf(line)
	if n != tm && n != feeTM {
		return "", "", nil
	}
	if base, rate := line.text("base"), line.text("taux"); base == "" || rate == "" || rate == "0" {
		return "une base de remboursement et un taux de l'AMO",
			fmt.Sprintf("base %s, taux %s", quoted(base), quoted(rate)), nil
	}
	base, err1 := line.amount("base")
	over, err2 := line.amount("depassement")
	total, err3 := line.amount("total")
	const shown = "base et dépassement : "
	return shown + total.French(), shown + (base + over).French(), firstError(err1, err2, err3)
}

// leftOfLine: what the AMO leaves, of which another AMC takes no more than there is.
func leftOfLine(_, line message) (expected, observed string, err error) {
	total, err1 := line.amount("total")
	amo, err2 := line.amount("montantAMO")
	left, err3 := line.amount("reste")
	theirs, err4 := line.amount("autreAMC")
	err = firstError(err1, err2, err3, err4)
	shown := fmt.Sprintf("%s moins %s de l'AMO : reste ", total.French(), amo.French())
	if err == nil && theirs > left {
		return "une autre AMC qui prend au plus " + left.French(), theirs.French(), nil
	}
	return shown + (total - amo).French(), shown + left.French(), err
}

// knownCode: nothing is asked under a code of which an AMC owes nothing.
func knownCode(_, line message) (expected, observed string, err error) {
	part, err := requested(line)
	if natureOf(line) != other || part == 0 {
		return "", "", err
	}
	return "rien de demandé sous le code " + line.text("code"), part.French(), err
}

// judgeSums: the totals of a request are the sums of its lines.
func judgeSums(s *steps.Scene, x admin.Exchange) {
	const slug, text = "totaux", "la GAP doit donner pour totaux les sommes des lignes"
	var billed, amo, asks roc.Cents
	req := request(x)
	for _, line := range req.list("lignes") {
		b, err1 := line.amount("total")
		a, err2 := line.amount("montantAMO")
		r, err3 := requested(line)
		if firstError(err1, err2, err3) != nil {
			return // told of the line
		}
		billed, amo, asks = billed+b, amo+a, asks+r
	}
	for _, sum := range []struct {
		path string
		want roc.Cents
	}{{"totaux.facture", billed}, {"totaux.montantAMO", amo}, {"totaux.demande", asks}} {
		got, err := req.amount(sum.path)
		observed := got.French()
		if err != nil {
			observed = err.Error()
		}
		s.Imply(slug, text, err == nil && got == sum.want, sum.path+" : "+sum.want.French(),
			sum.path+" : "+observed, wire(x, sum.path))
	}
}
