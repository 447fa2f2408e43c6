package etablissement

import "github.com/roc-miroir/miroir/simulator/roc"

// delEcarts bend what is made of a cancellation.
func delEcarts() []Ecart {
	return []Ecart{
		{"garde-engagement-annule", "EXG-DEL-0001", "La GAP garde pour valable l'engagement qu'elle vient d'annuler.",
			onCancellation(roc.OK, nothing)},
		{"annulation-repetee-en-erreur", "EXG-DEL-0002",
			"La GAP met en erreur l'engagement annulé dont l'agent répète l'annulation.",
			func(c *Conduct) {
				honest := c.TakeCancellation
				c.TakeCancellation = func(s *session, e *Engagement, r *roc.DELReply) {
					if e.State != cancelled {
						honest(s, e, r)
						return
					}
					e.State = anomaly
					s.alert(s.c.NoticeOf(roc.DEL, coded(r.Status, "G04")), true)
				}
			}},
		{"deja-annule-en-erreur", "EXG-DEL-0003",
			"La GAP traite comme une erreur l'annulation d'un engagement déjà annulé.",
			onCancellation(roc.DejaAnnule, func(s *session, e *Engagement, r *roc.DELReply) {
				e.State = anomaly
				s.alert(s.c.NoticeOf(roc.DEL, coded(r.Status, "G04")), true)
			})},
		{"tait-engagement-inconnu", "EXG-DEL-0004",
			"La GAP ne signale pas que l'AMC ne connaît pas l'engagement à annuler.",
			onCancellation(roc.Inconnu, nothing)},
		{"tait-annulation-tardive", "EXG-DEL-0005", "La GAP ne signale pas qu'il est trop tard pour annuler.",
			onCancellation(roc.TropTard, nothing)},
		{"corrige-identite-sans-annuler", "EXG-DEL-0007",
			"La GAP laisse vivre l'engagement pris sous une mauvaise identité.",
			func(c *Conduct) { c.Withdraws = func(reason string) bool { return reason != forIdentity } }},
	}
}

func nothing(*session, *Engagement, *roc.DELReply) {}

func onCancellation(outcome roc.Result, do func(*session, *Engagement, *roc.DELReply)) func(*Conduct) {
	return func(c *Conduct) {
		honest := c.TakeCancellation
		c.TakeCancellation = func(s *session, e *Engagement, r *roc.DELReply) {
			if fate(r.Status) == outcome {
				do(s, e, r)
				return
			}
			honest(s, e, r)
		}
	}
}
