package etablissement

import (
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// rightsEcarts bend what is made of an IDB answer.
func rightsEcarts() []Ecart {
	return []Ecart{
		{"cache-date-renouvellement", "EXG-IDB-0001", "La GAP n'affiche pas la date de renouvellement des droits.",
			onContracts(func(shown []pilote.Contract) []pilote.Contract {
				for i := range shown {
					for j := range shown[i].Periods {
						shown[i].Periods[j].Renewal = ""
					}
				}
				return shown
			})},
		{"masque-code-rejet", "EXG-IDB-0002",
			"La GAP affiche « erreur » à la place du code et du libellé d'un bénéficiaire inconnu.",
			onNotice("B01", func(n pilote.Notice) pilote.Notice {
				n.Code, n.Label = "", "Erreur."
				return n
			})},
		{"calcule-droits-fermes", "EXG-IDB-0003", "La GAP demande un calcul alors que les droits sont fermés.",
			calculatesDespite(func(d *Dossier, ins *Insurer) bool { return ins.State == stateClosed })},
		{"abandonne-droits-partiels", "EXG-IDB-0004",
			"La GAP renonce au calcul d'un séjour dont les premiers jours ne sont pas couverts.",
			func(c *Conduct) {
				honest := c.MayCalculate
				c.MayCalculate = func(d *Dossier, ins *Insurer) error {
					entry := dayOf(d.Context.Venue.Entry)
					if first, _ := ins.extent(); ins.From.IsZero() && first.After(entry) {
						return block("Les droits ne couvrent pas tout le séjour.")
					}
					return honest(d, ins)
				}
			}},
		{"ignore-fin-de-droits", "EXG-IDB-0005", "La GAP ne voit pas que les droits s'arrêtent avant la sortie.",
			func(c *Conduct) {
				c.WarnOfEnd = func(*session, *Insurer) {}
				honest := c.StaleRights
				c.StaleRights = func(s *session, ins *Insurer) string {
					if why := honest(s, ins); !s.endsBeforeExit(ins) {
						return why
					}
					return ""
				}
			}},
		{"ne-demande-pas-adherent", "EXG-IDB-0006", "La GAP ne demande pas le numéro d'adhérent que l'AMC exige.",
			func(c *Conduct) { c.Missing = func(string) []string { return nil } }},
		{"garde-un-seul-contrat", "EXG-IDB-0013", "La GAP n'affiche que le premier des contrats du bénéficiaire.",
			onContracts(func(shown []pilote.Contract) []pilote.Contract { return shown[:min(1, len(shown))] })},
		{"demande-jours-de-trou", "EXG-IDB-0014",
			"La GAP demande à l'AMC les jours qui séparent deux périodes de droits.",
			func(c *Conduct) {
				honest := c.Covered
				c.Covered = func(d *Dossier, ins *Insurer, day roc.Date) bool {
					first, last := ins.extent()
					inside := !first.IsZero() && day.After(first) && (last.IsZero() || day.Before(last))
					return honest(d, ins, day) || inside
				}
			}},
		{"ignore-absence-tiers-payant", "EXG-IDB-0015",
			"La GAP demande un calcul malgré l'absence de tiers payant hospitalier.",
			calculatesDespite(func(d *Dossier, _ *Insurer) bool { return d.Circuit == circuitNone })},
		{"ne-renouvelle-pas-idb", "EXG-IDB-0016", "La GAP se sert de droits dont la date de renouvellement est passée.",
			func(c *Conduct) {
				honest := c.StaleRights
				c.StaleRights = func(s *session, ins *Insurer) string {
					if why := honest(s, ins); ins.Rights == nil || !ins.Rights.expired(s.d.today()) {
						return why
					}
					return ""
				}
			}},
		{"perd-consigne", "EXG-IDB-0018", "La GAP n'affiche pas les consignes de l'AMC.",
			func(c *Conduct) { c.TakeConsignes = func(*Dossier, roc.Service, []roc.Consigne) {} }},
		{"traduit-code-inconnu", "EXG-IDB-0019",
			"La GAP remplace un code d'AMC qu'elle ne connaît pas par « INCONNU ».",
			func(c *Conduct) {
				honest := c.NoticeOf
				c.NoticeOf = func(svc roc.Service, st roc.Status) pilote.Notice {
					n := honest(svc, st)
					if roc.LabelOf(n.Code) == "" {
						n.Code = "INCONNU"
					}
					return n
				}
			}},
		{"garde-ancienne-couverture", "EXG-IDB-0021", "La GAP ne ferme pas la couverture que le patient quitte.",
			func(c *Conduct) { c.CloseCover = func(*Insurer, roc.Date) {} }},
		{"debiteur-de-la-carte", "EXG-IDB-0022", "La GAP garde l'AMC de la carte comme débiteur.",
			func(c *Conduct) {
				honest := c.DebtorOf
				c.DebtorOf = func(ins *Insurer, answered *roc.Debtor) roc.Debtor {
					debtor := honest(ins, answered)
					debtor.Number = ins.Card.AMCNumber
					return debtor
				}
			}},
		{"calcule-c2s", "EXG-IDB-0023", "La GAP demande un calcul ROC pour une complémentaire santé solidaire.",
			calculatesDespite(func(d *Dossier, _ *Insurer) bool { return d.Circuit == circuitC2S })},
	}
}

func onContracts(change func([]pilote.Contract) []pilote.Contract) func(*Conduct) {
	return func(c *Conduct) {
		honest := c.Contracts
		c.Contracts = func(covers []roc.Cover) []pilote.Contract { return change(honest(covers)) }
	}
}

func onNotice(code string, change func(pilote.Notice) pilote.Notice) func(*Conduct) {
	return func(c *Conduct) {
		honest := c.NoticeOf
		c.NoticeOf = func(svc roc.Service, st roc.Status) pilote.Notice {
			if n := honest(svc, st); st.Code != code {
				return n
			}
			return change(honest(svc, st))
		}
	}
}

// calculatesDespite asks for a calculation, of every day, where the circumstance forbids it.
func calculatesDespite(circumstance func(*Dossier, *Insurer) bool) func(*Conduct) {
	return func(c *Conduct) {
		may, covered := c.MayCalculate, c.Covered
		c.MayCalculate = func(d *Dossier, ins *Insurer) error {
			if circumstance(d, ins) {
				return nil
			}
			return may(d, ins)
		}
		c.Covered = func(d *Dossier, ins *Insurer, day roc.Date) bool {
			return circumstance(d, ins) || covered(d, ins, day)
		}
	}
}

// extent returns the earliest and the latest day of the rights of an insurer; last is zero where
// they have no end, both are where there are none.
func (ins *Insurer) extent() (first, last roc.Date) {
	if ins.Rights == nil {
		return first, last
	}
	open := false
	for _, c := range ins.Rights.Covers {
		for _, p := range c.Periods {
			if first.IsZero() || p.From.Before(first) {
				first = p.From
			}
			if p.To.After(last) {
				last = p.To
			}
			open = open || p.To.IsZero()
		}
	}
	if open {
		last = roc.Date{}
	}
	return first, last
}
