package vocabulaire

import (
	"context"
	"strconv"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

func idbSteps() []steps.Step {
	return []steps.Step{
		obligation("amc-destinataire", "amc-destinataire", "la GAP doit adresser [l'|le] {service} à l'AMC {texte}",
			"Lit le numéro d'AMC de la dernière identification des droits, ou du destinataire du dernier calcul.",
			`la GAP doit adresser le calcul à l'AMC "Mutuelle Delta"`,
			onServices(map[roc.Service]run{
				roc.IDB: addresses(roc.IDB, "carte.numeroAMC"),
				roc.CLC: addresses(roc.CLC, "entete.destinataire.numeroAMC"),
			})),
		obligation("idb-mode", "mode-saisie-transmis", "la GAP doit transmettre le mode de saisie {code}",
			"Lit le mode de saisie de la dernière identification des droits.",
			`la GAP doit transmettre le mode de saisie "DATAMATRIX"`, sends(roc.IDB, "modeSaisie")),
		obligation("idb-adherent", "adherent-transmis", "la GAP doit transmettre le numéro d'adhérent {texte}",
			"Lit le numéro d'adhérent de la dernière identification des droits.",
			`la GAP doit transmettre le numéro d'adhérent "A00012345"`,
			onLast(roc.IDB, func(s *steps.Scene, x admin.Exchange, a steps.Args) error {
				got := request(x).text("carte.numeroAdherent")
				s.Verify(got == a.Text(0), "la valeur attendue", private(got, a.Text(0)), wire(x,
					"carte.numeroAdherent"))
				return nil
			})),
		obligation("idb-rang", "rang-transmis", "la GAP doit transmettre le rang gémellaire {entier}",
			"Lit le rang de naissance de la dernière identification des droits.",
			"la GAP doit transmettre le rang gémellaire 2",
			onLast(roc.IDB, func(s *steps.Scene, x admin.Exchange, a steps.Args) error {
				got, want := request(x).text("beneficiaire.rangNaissance"), strconv.Itoa(a.Int(0))
				s.Verify(got == want, want, quoted(got), wire(x, "beneficiaire.rangNaissance"))
				return nil
			})),
		obligation("idb-naissance", "naissance-transmise", "la GAP doit transmettre la date de naissance {texte}",
			"Lit la date de naissance de la dernière identification des droits, telle qu'elle est écrite (AAAAMMJJ).",
			`la GAP doit transmettre la date de naissance "19690000"`,
			onLast(roc.IDB, func(s *steps.Scene, x admin.Exchange, a steps.Args) error {
				got := request(x).text("beneficiaire.dateNaissance")
				s.Verify(got == a.Text(0), "la valeur attendue", private(got, a.Text(0)), wire(x,
					"beneficiaire.dateNaissance"))
				return nil
			})),
		obligation("nir-transmis", "nir-transmis",
			"la GAP doit transmettre [à l'|au] {service} le NIR d'assuré de {texte}",
			"Compare le NIR d'assuré de la dernière identification des droits, ou du dernier calcul, avec celui du "+
				"patient fictif nommé.",
			`la GAP doit transmettre à l'identification des droits le NIR d'assuré de "P04"`,
			onServices(map[roc.Service]run{
				roc.IDB: nirOf(roc.IDB, "beneficiaire.nirAssure"),
				roc.CLC: nirOf(roc.CLC, "patient.beneficiaire.nirAssure"),
			})),
		obligation("idb-cle", "cle-transmise", "la GAP doit transmettre la clé de NIR {texte}",
			"Lit la clé du NIR d'assuré de la dernière identification des droits.",
			`la GAP doit transmettre la clé de NIR "89"`, sends(roc.IDB, "beneficiaire.cleAssure")),
		obligation("idb-cle-absente", "cle-jamais-transmise", "la GAP ne doit pas transmettre la clé de NIR {texte}",
			"Cherche la clé parmi toutes les identifications des droits du cas.",
			`la GAP ne doit pas transmettre la clé de NIR "98"`, neverKey),
		obligation("idb-sans-nir-propre", "nir-propre-absent",
			"la GAP ne doit pas transmettre de NIR propre au bénéficiaire",
			"Vérifie que la dernière identification des droits ne porte que le NIR de l'assuré.",
			"la GAP ne doit pas transmettre de NIR propre au bénéficiaire",
			onLast(roc.IDB, func(s *steps.Scene, x admin.Exchange, _ steps.Args) error {
				got := request(x).text("beneficiaire.nir")
				s.Verify(got == "", "vide", private(got, ""), wire(x, "beneficiaire.nir"))
				return nil
			})),
	}
}

// addresses wants the last request of a service to name the insurer that follows it in the sentence.
func addresses(svc roc.Service, path string) run {
	return onLast(svc, func(s *steps.Scene, x admin.Exchange, a steps.Args) error {
		want, err := insurer(s.World(), a.Text(1))
		if err != nil {
			return err
		}
		got := request(x).text(path)
		s.Verify(got == want.Number, quoted(want.Number), quoted(got), wire(x, path))
		return nil
	})
}

// nirOf wants the last request of a service to hold the NIR under which the persona that follows it
// in the sentence is insured.
func nirOf(svc roc.Service, path string) run {
	return onLast(svc, func(s *steps.Scene, x admin.Exchange, a steps.Args) error {
		b, err := beneficiary(s.World(), a.Text(1))
		if err != nil {
			return err
		}
		want, got := b.InsuredNIR[:13], request(x).text(path)
		s.Verify(got == want, "le NIR d'assuré de "+a.Text(1), private(got, want), wire(x, path))
		return nil
	})
}

func neverKey(ctx context.Context, s *steps.Scene, a steps.Args) error {
	list, err := of(ctx, s, roc.IDB)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		s.Unseen(named(roc.IDB) + ", sous une autre clé")
		return nil
	}
	for _, x := range list {
		for _, path := range []string{"beneficiaire.cleAssure", "beneficiaire.cle"} {
			got := request(x).text(path)
			s.Verify(got != a.Text(0), "une autre clé", yesNo(got != a.Text(0), "une autre clé", "cette clé"), wire(x,
				path))
		}
	}
	return nil
}
