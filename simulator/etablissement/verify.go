package etablissement

import (
	"context"
	"errors"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// verify tells whether the GAP can work: it keeps dossiers, lives at the date of the case, and
// reaches the directory of the context given, which it really asks, once, leaving no dossier.
func (g *GAP) verify(ctx context.Context, k Key, c *pilote.CaseContext) []pilote.Finding {
	findings := []pilote.Finding{{Subject: "horloge", OK: true,
		Detail: "la GAP vit à l'instant « maintenant » du contexte"}}
	if c == nil {
		return findings
	}
	if err := errors.Join(check(*c), checkVersion(g.versions, *c)); err != nil {
		return append(findings, pilote.Finding{Subject: "contexte", Detail: err.Error()})
	}
	conduct := Honest()
	s := g.session(ctx, newDossier(k, *c))
	s.c, s.save = &conduct, func(*Dossier) error { return nil }
	card := conduct.CardSent(c.Card)
	req := &roc.ANNRequest{Header: s.header(nil), AMCNumber: card.AMCNumber, ConventionType: card.ConventionType,
		CSR: card.CSR, Context: roc.Context(c.Venue.Context), ReferenceDate: dayOf(c.Venue.Entry)}
	s.stamp(req, "")
	to := s.directory()
	found := pilote.Finding{Subject: "annuaire", OK: true, Detail: "une réponse est venue de " + to.URL}
	if _, err := s.send(to, req); err != nil {
		found.OK, found.Detail = false, "pas de réponse de "+to.URL+" : "+reason(err)
	}
	return append(findings, found)
}

// reason is what people can read of a failed call.
func reason(err error) string {
	var call *roc.CallError
	if errors.As(err, &call) {
		return call.Code + " " + call.Label
	}
	return "le message n'a pas pu être écrit"
}
