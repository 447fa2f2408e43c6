package etablissement

import (
	"strings"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// identityEcarts bend what is said of the patient to the AMC, and what is kept of its answer.
func identityEcarts() []Ecart {
	return []Ecart{
		{"ignore-rang", "EXG-IDB-0007", "La GAP envoie toujours le rang 1.",
			onBeneficiary(func(b roc.Beneficiary) roc.Beneficiary { b.BirthRank = 1; return b })},
		{"corrige-date-lunaire", "EXG-IDB-0008", "La GAP remplace une date de naissance lunaire par le 1er janvier.",
			onBeneficiary(func(b roc.Beneficiary) roc.Beneficiary {
				b.BirthDate = calendarDate(b.BirthDate)
				return b
			})},
		{"refuse-nir-corse", "EXG-IDB-0009", "La GAP refuse les NIR dont le département est 2A ou 2B.",
			func(c *Conduct) {
				honest := c.CheckPatient
				c.CheckPatient = func(p pilote.Patient) error {
					if strings.ContainsAny(p.InsuredNIR+p.NIR, "AB") {
						return block("Le NIR ne doit contenir que des chiffres.")
					}
					return honest(p)
				}
			}},
		{"ne-controle-pas-cle-nir", "EXG-IDB-0010", "La GAP envoie un NIR dont la clé est fausse.",
			func(c *Conduct) { c.CheckPatient = func(pilote.Patient) error { return nil } }},
		{"exige-nir-beneficiaire", "EXG-IDB-0011", "La GAP refuse un enfant qui n'a pas de NIR propre.",
			func(c *Conduct) {
				honest := c.CheckPatient
				c.CheckPatient = func(p pilote.Patient) error {
					if p.NIR == "" && p.BirthDate >= bornRecently {
						return block("Le NIR du bénéficiaire est obligatoire.")
					}
					return honest(p)
				}
			}},
		{"ecrase-identite", "EXG-IDB-0012", "La GAP remplace l'identité du patient par celle du fichier de l'AMC.",
			func(c *Conduct) {
				c.TakeIdentity = func(d *Dossier, known *roc.Beneficiary) {
					if known != nil {
						d.Patient.LastName, d.Patient.FirstName = known.LastName, known.FirstName
					}
				}
			}},
		{"tait-differences-identite", "EXG-IDB-0012",
			"La GAP n'affiche pas les différences d'identité avec le fichier de l'AMC.",
			func(c *Conduct) {
				c.Differences = func(pilote.Patient, *roc.Beneficiary) []string { return nil }
			}},
	}
}

// bornRecently is the birth date from which exige-nir-beneficiaire takes a patient for a child.
const bornRecently = "20080101"

func onBeneficiary(change func(roc.Beneficiary) roc.Beneficiary) func(*Conduct) {
	return func(c *Conduct) {
		honest := c.BeneficiarySent
		c.BeneficiarySent = func(p pilote.Patient) roc.Beneficiary { return change(honest(p)) }
	}
}

// calendarDate makes a day of the calendar of a birth date that has none.
func calendarDate(birth string) string {
	if len(birth) != 8 {
		return birth
	}
	if _, err := roc.ParseDate(birth[:4] + "-" + birth[4:6] + "-" + birth[6:]); err == nil {
		return birth
	}
	return birth[:4] + "0101"
}
