package tarif

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// The files of a folder of tables; each is read strictly, and a further one is an error.
const (
	fileAmounts    = "montants.yaml"
	fileGrids      = "tnjp.yaml"
	fileSituations = "exonerations.yaml"
	fileActs       = "actes.yaml"

	moreGrids = "tnjp_*.yaml" // the daily tariffs of other domains, one file each, where the folder has them
)

// Load reads the dated tables of a folder, scenarios.Tarifs() or a user's own, all faults at once.
func Load(folder fs.FS) (*Table, error) {
	t := &Table{maxScope: Head, daily: map[discipline]series{}}
	type file struct {
		name string
		read func(*reader, []byte)
	}
	files := []file{{fileAmounts, t.readAmounts}, {fileGrids, t.readGrids}, {fileSituations, t.readSituations},
		{fileActs, t.readActs}}
	more, _ := fs.Glob(folder, moreGrids) // the pattern is well formed
	for _, name := range more {
		files = append(files, file{name, t.readGrids})
	}
	var faults strictyaml.Errors
	for _, file := range files {
		data, err := fs.ReadFile(folder, file.name)
		if err != nil {
			faults = append(faults, &strictyaml.Error{File: file.name,
				Message: "fichier de tarifs absent ou illisible"})
			continue
		}
		r := &reader{file: file.name}
		file.read(r, data)
		faults = append(faults, r.faults...)
	}
	faults = append(faults, unread(folder, more)...)
	if len(faults) > 0 {
		return nil, faults
	}
	return t, nil
}

// unread reports the files of the folder that nothing would have read.
func unread(folder fs.FS, more []string) strictyaml.Errors {
	known := append([]string{fileAmounts, fileGrids, fileSituations, fileActs}, more...)
	found, _ := fs.Glob(folder, "*.yaml") // the pattern is well formed
	var faults strictyaml.Errors
	for _, name := range found {
		if !slices.Contains(known, name) {
			faults = append(faults, &strictyaml.Error{File: name, Message: "fichier de tarifs inconnu" + hint(name,
				known)})
		}
	}
	return faults
}

// A reader gathers the faults of one file.
type reader struct {
	file   string
	faults strictyaml.Errors
}

// decode reports whether data has the form of v.
func (r *reader) decode(data []byte, v any) bool {
	err := strictyaml.Decode(r.file, data, v)
	if faults := (strictyaml.Errors)(nil); errors.As(err, &faults) {
		r.faults = append(r.faults, faults...)
	}
	return err == nil
}

func (r *reader) fail(field, format string, args ...any) {
	r.faults = append(r.faults, &strictyaml.Error{File: r.file, Field: field, Message: fmt.Sprintf(format, args...)})
}

// word reports a value that is none of those known.
func (r *reader) word(field, value string, known []string) {
	if !slices.Contains(known, value) {
		r.fail(field, "%q est inconnu%s", value, hint(value, known))
	}
}

// maxAmount bounds a rate, so that no sum of ours can overflow.
const maxAmount roc.Cents = 100_000_000

// The amounts that the rules need.
var neededAmounts = []string{"FJ", "FJ_PSY", "PAS", "SEUIL_PAS", "FPU", "FPV", "PF", "MAJ_PLAFOND"}

type amountsFile struct {
	Amounts []struct {
		Code        string    `yaml:"code"`
		From        roc.Date  `yaml:"du"`
		Until       roc.Date  `yaml:"jusqu_au,omitempty"`
		Amount      roc.Cents `yaml:"montant"`
		Source      string    `yaml:"source"`
		Uncertainty string    `yaml:"incertitude,omitempty"`
		Setting     string    `yaml:"parametre,omitempty"`
	} `yaml:"montants"`
	Coefficients []struct {
		From        roc.Date `yaml:"du"`
		Value       int      `yaml:"valeur"`
		Source      string   `yaml:"source"`
		Uncertainty string   `yaml:"incertitude,omitempty"`
	} `yaml:"seuil_coefficient"`
}

func (t *Table) readAmounts(r *reader, data []byte) {
	var f amountsFile
	if !r.decode(data, &f) {
		return
	}
	t.amounts = map[string]series{}
	for i, a := range f.Amounts {
		field := fmt.Sprintf("montants[%d]", i)
		r.word(field+".code", a.Code, neededAmounts)
		if a.Setting != "" {
			r.word(field+".parametre", a.Setting, []string{settingPAS2026})
			t.pas2026 = a.From
		}
		t.amounts[a.Code] = append(t.amounts[a.Code], Rate{Code: a.Code, From: a.From, Until: a.Until, Amount: a.Amount,
			Source: a.Source, Uncertainty: a.Uncertainty})
	}
	for _, c := range f.Coefficients {
		t.coefficient = append(t.coefficient, Rate{Code: "SEUIL_COEFFICIENT", From: c.From, Value: c.Value,
			Source: c.Source, Uncertainty: c.Uncertainty})
	}
	for _, code := range neededAmounts {
		t.amounts[code] = r.series(code, t.amounts[code])
	}
	t.coefficient = r.series("SEUIL_COEFFICIENT", t.coefficient)
}

// series puts the rates of a code in order, and gives each the last day on which it holds.
func (r *reader) series(code string, s series) series {
	if len(s) == 0 {
		r.fail(code, "aucun montant, or les règles en ont besoin")
	}
	slices.SortStableFunc(s, func(a, b Rate) int { return a.From.DaysSince(b.From) })
	for i := range s {
		switch {
		case s[i].Amount < 0 || s[i].Amount > maxAmount || s[i].Value < 0:
			r.fail(code, "valeur du %s hors limites", s[i].From.French())
		case s[i].From.IsZero():
			r.fail(code, "date d'effet absente")
		case !s[i].Until.IsZero() && s[i].Until.Before(s[i].From):
			r.fail(code, "la fin du %s précède le début du %s", s[i].Until.French(), s[i].From.French())
		case strings.TrimSpace(s[i].Source) == "":
			r.fail(code, "valeur du %s sans source", s[i].From.French())
		}
		if i+1 < len(s) {
			if s[i+1].From == s[i].From {
				r.fail(code, "deux valeurs au %s", s[i].From.French())
			}
			if eve := s[i+1].From.AddDays(-1); s[i].Until.IsZero() || eve.Before(s[i].Until) {
				s[i].Until = eve
			}
		}
	}
	return s
}
