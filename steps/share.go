package steps

import (
	"github.com/roc-miroir/miroir/reports"
	"github.com/roc-miroir/miroir/simulator/admin"
)

// shares turns the lines of an explanation into what the report shows.
func shares(why admin.Explanation) []reports.Share {
	var all []reports.Share
	for _, l := range why.Lines {
		s := reports.Share{
			Number: l.ID, Code: l.Code, From: l.From.String(), To: l.To.String(), Requested: l.Requested.String(),
			Answered: l.Answered, AMC: l.AMC.String(), Patient: l.Patient.String(),
		}
		for _, r := range l.Rules {
			s.Rules = append(s.Rules, reports.RuleShare{
				Text: ruleText(r), Paid: r.Paid.String(), Refused: r.Refused.String(),
			})
		}
		all = append(all, s)
	}
	return all
}

func ruleText(r admin.Rule) string { return r.ID + " " + r.Text }
