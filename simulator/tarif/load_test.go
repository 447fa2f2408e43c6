package tarif

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

func TestARateIsThatOfItsDay(t *testing.T) {
	cases := []struct {
		code, day string
		want      roc.Cents
	}{
		{"FJ", "2007-01-01", 1600}, {"FJ", "2017-12-31", 1800}, {"FJ", "2018-01-01", 2000}, {"FJ", "2026-02-28", 2000},
		{"FJ", "2026-03-01", 2300}, {"FJ_PSY", "2010-01-01", 1350}, {"FJ_PSY", "2025-06-01", 1500},
		{"FJ_PSY", "2026-03-01", 1700}, {"PAS", "2018-12-31", 1800}, {"PAS", "2019-01-01", 2400},
		{"PAS", "2026-04-21", 2400}, {"PAS", "2026-04-22", 3200}, {"SEUIL_PAS", "2010-12-31", 9100},
		{"SEUIL_PAS", "2011-01-01", 12000}, {"FPU", "2025-06-01", 1961}, {"FPU", "2026-03-01", 2300},
		{"FPV", "2025-06-01", 849}, {"FPV", "2026-03-01", 996}, {"PF", "2024-05-14", 100}, {"PF", "2024-05-15", 200},
		{"MAJ_PLAFOND", "2023-01-01", 1060},
	}
	rates := table(t)
	for _, c := range cases {
		if got, err := rates.Rate(c.code, date(t, c.day)); err != nil || got.Amount != c.want || got.Source == "" {
			t.Errorf("%s on %s: %+v, %v, want %s", c.code, c.day, got, err, c.want)
		}
	}
}

func TestAPriceOfTheGridIsThatOfItsEdition(t *testing.T) {
	rates := table(t)
	of2025, err := rates.TNJP("216", "11", date(t, "2026-02-28"))
	if err != nil || of2025.Amount != 116656 || of2025.Uncertainty != "" {
		t.Errorf("got %+v, %v", of2025, err)
	}
	of2026, err := rates.TNJP("216", "11", date(t, "2026-03-01"))
	if err != nil || of2026.Amount != 116656 || !strings.Contains(of2026.Uncertainty, "hypothèse") {
		t.Errorf("got %+v, %v, want the price carried over and said so", of2026, err)
	}
}

func TestAnUnknownRateIsAnErrorThatHelps(t *testing.T) {
	rates := table(t)
	rate := func(code, day string) error { _, err := rates.Rate(code, date(t, day)); return err }
	grid := func(tariff, day string) error { _, err := rates.TNJP("216", tariff, date(t, day)); return err }
	for words, err := range map[string]error{
		"plus proche : FJ_PSY": rate("FJPSY", "2025-06-01"),
		"tarif FPU inconnu au 31/12/2021 : connu à partir du 01": rate("FPU", "2021-12-31"),
		"TNJP 216/11":                               grid("12", "2025-06-01"),
		"à partir du 01/03/2025":                    grid("11", "2025-02-28"),
		"au 01/03/2027 : connu jusqu'au 28/02/2027": grid("11", "2027-03-01"),
	} {
		if unknown := new(UnknownRateError); !errors.As(err, &unknown) || !strings.Contains(err.Error(), words) {
			t.Errorf("got %v, want %q", err, words)
		}
	}
}

// folder is that of the project with one text replaced by another.
func folder(t testing.TB, file, old, new string) fs.FS {
	t.Helper()
	copied := fstest.MapFS{}
	for _, name := range []string{fileAmounts, fileGrids, fileSituations, fileActs} {
		data, err := os.ReadFile("../../scenarios/tarifs/" + name)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		if name == file {
			if old != "" && !strings.Contains(text, old) {
				t.Fatalf("%s does not hold %q", name, old)
			}
			text = strings.Replace(text, old, new, 1)
		}
		copied[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return copied
}

func TestTablesWithAMistakeAreRefused(t *testing.T) {
	cases := []struct{ name, file, old, new, want string }{
		{"unknown field", fileAmounts, "montants:", "montant: 3\nmontants:",
			`montants.yaml:12: montant: unknown field; did you mean "montants"?`},
		{"bad amount", fileAmounts, "montant: 16.00", "montant: 16.0", "montants[0].montant"},
		{"unknown code", fileAmounts, "code: FJ_PSY", "code: FJ_PSI", "le plus proche : FJ_PSY"},
		{"no amount of a code", fileAmounts, "code: MAJ_PLAFOND", "code: PF", "MAJ_PLAFOND: aucun montant"},
		{"two amounts of a day", fileAmounts, "du: 2010-01-01", "du: 2007-01-01", "FJ: deux valeurs au 01/01/2007"},
		{"end before start", fileAmounts, "du: 2007-01-01", "du: 2007-01-01, jusqu_au: 2006-01-01", "précède le début"},
		{"no source", fileAmounts, `"forfait journalier 2007, relevé de presse"`, `""`, "sans source"},
		{"negative", fileAmounts, "montant: 16.00", "montant: -16.00", "hors limites"},
		{"setting", fileAmounts, "pas_2026", "pas_2027", "le plus proche : pas_2026"},
		{"nothing to carry over", fileGrids, "reconduit: 2025-03-01", "reconduit: 2024-03-01", "aucun tarif"},
		{"grid without an end", fileGrids, "jusqu_au: 2026-02-28", "", "jusqu_au: missing"},
		{"unknown share", fileSituations, "tm: exonere", "tm: exonéré", "le plus proche : exonere"},
		{"unknown forfait", fileSituations, "urgences: reduit", "urgences: moitié", "situations[0].urgences"},
		{"unknown circuit", fileSituations, "circuit: C2S", "circuit: CMU", "situations[17].circuit"},
		{"row given twice", fileSituations, "nom: ALD_SANS_RAPPORT", "nom: ALD", "ALD est donnée deux fois"},
		{"unknown nature", fileSituations, `nature: "30"`, `nature: "31"`, `code "31" inconnu`},
		{"no rate", fileSituations, "taux_sejour: 80", "taux_sejour: 180", "180 % n'est pas un taux"},
		{"unknown kind of act", fileActs, "pas: imagerie", "pas: imagerit", "le plus proche : imagerie"},
		{"code given twice", fileActs, "code: CS,", "code: C,", "C est donné deux fois"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			_, err := Load(folder(t, c.file, c.old, c.new))
			if faults := (strictyaml.Errors)(nil); !errors.As(err, &faults) || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func TestEveryFaultOfTheFolderIsToldAtOnce(t *testing.T) {
	files := folder(t, fileAmounts, "montant: 16.00", "montant: x").(fstest.MapFS)
	delete(files, fileActs)
	files["montant.yaml"] = &fstest.MapFile{}
	_, err := Load(files)
	for _, want := range []string{"montants.yaml:13: montants[0].montant", "actes.yaml: fichier de tarifs absent",
		"montant.yaml: fichier de tarifs inconnu ; le plus proche : montants.yaml"} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %q", err, want)
		}
	}
}

func FuzzLoad(f *testing.F) {
	for file, name := range []string{fileAmounts, fileGrids, fileSituations, fileActs} {
		data, err := os.ReadFile("../../scenarios/tarifs/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(file, data)
		f.Add(file, []byte("a: [1"))
	}
	rates := table(f)
	stay, visit := medicine(f, "2025-06-02", 40), Visit{Kind: "URGENCE", Date: date(f, "2025-06-02")}
	f.Fuzz(func(t *testing.T, file int, data []byte) {
		read, r := *rates, &reader{file: "essai.yaml"} // the other files stay those of the project
		if read.daily = map[discipline]series{}; uint(file)%4 != 1 {
			read.daily = rates.daily
		}
		[]func(*reader, []byte){read.readAmounts, read.readGrids, read.readSituations, read.readActs}[uint(file)%4](r,
			data)
		if len(r.faults) > 0 {
			return
		}
		one, err1 := read.Stay(stay)
		other, err2 := read.Visit(visit)
		if err1 != nil || err2 != nil {
			return
		}
		for _, l := range append(one.Lines, other.Lines...) {
			if l.Why() == "" {
				t.Errorf("%+v says nothing", l)
			}
		}
	})
}
