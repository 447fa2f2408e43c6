package vocabulaire

import (
	"slices"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

// A law is what each line of a simulation or of a calculation owes in every case, whatever its sentences
// say: fields that mean what the norme says they do. No amount comes from a tariff. A line that keeps the
// law gives two equal texts.
type law func(req, line message) (expected, observed string, err error)

var (
	lawsOfAmounts = []law{totalOfLine, shareOfAMO, baseOfCare, leftOfLine}
	lawsOfDays    = []law{daysOfVenue, daysOfLine, freeDays}
)

// judgeLines holds a request to the laws.
func judgeLines(s *steps.Scene, x admin.Exchange) {
	if !slices.Contains([]string{string(roc.SIM), string(roc.CLC)}, x.Service) || request(x) == nil {
		return
	}
	judgeLaws(s, x, "lignes-montants", "la GAP doit demander des lignes et des totaux dont les montants se tiennent",
		lawsOfAmounts)
	judgeSums(s, x)
	judgeLaws(s, x, "lignes-codes", "la GAP ne doit rien demander à l'AMC sous un code qui ne la concerne pas",
		[]law{knownCode})
	judgeLaws(s, x, "lignes-jours", "la GAP doit dater chaque ligne de jours de la venue, comptés une seule fois",
		lawsOfDays)
}

func judgeLaws(s *steps.Scene, x admin.Exchange, slug, text string, laws []law) {
	req := request(x)
	for _, line := range req.list("lignes") {
		for _, judge := range laws {
			expected, observed, err := judge(req, line)
			if err != nil {
				expected, observed = "des montants, des nombres et des dates lisibles", err.Error()
			}
			if expected != observed {
				where := wire(x, "ligne "+line.text("numero")+" ("+line.text("code")+")")
				s.Imply(slug, text, false, expected, observed+" ; "+where, where)
			}
		}
	}
	s.Imply(slug, text, true, "chaque ligne", "chaque ligne", wire(x, "lignes"))
}
