package tarif

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// A Table holds the dated rates. It is read once and never changes.
type Table struct {
	Rates       []Rate   `yaml:"montants"`
	Daily       []Daily  `yaml:"tnjp"`
	DailySource string   `yaml:"tnjp_source"`
	WithoutPAS  []string `yaml:"sans_pas"`
	WithPF      []string `yaml:"avec_participation"`
}

// A Rate is an amount in force from a day on.
type Rate struct {
	Code        string    `yaml:"code"` // FJ, FJ_PSY, PAS, SEUIL_PAS, FPU, FPV, PF
	From        roc.Date  `yaml:"du"`
	Amount      roc.Cents `yaml:"montant"`
	Source      string    `yaml:"source"`
	Uncertainty string    `yaml:"incertitude,omitempty"`
}

// A Daily is a price of the national grid of daily tariffs.
type Daily struct {
	DMT    string    `yaml:"dmt"`
	Tariff string    `yaml:"tarif"`
	From   roc.Date  `yaml:"du"`
	Amount roc.Cents `yaml:"montant"`
	Label  string    `yaml:"libelle"`
}

// Load reads the dated tables of a folder: scenarios.Tarifs(), or a user's own.
func Load(folder fs.FS) (*Table, error) {
	data, err := fs.ReadFile(folder, "tarifs.yaml")
	if err != nil {
		return nil, err
	}
	return Parse("tarifs.yaml", data)
}

// Parse reads rates from a file's content, all its faults at once.
func Parse(file string, data []byte) (*Table, error) {
	var t Table
	if err := strictyaml.Decode(file, data, &t); err != nil {
		return nil, err
	}
	slices.SortStableFunc(t.Rates, func(a, b Rate) int { return a.From.DaysSince(b.From) })
	slices.SortStableFunc(t.Daily, func(a, b Daily) int { return a.From.DaysSince(b.From) })
	return &t, nil
}

// An UnknownRateError says that no amount is known for a code on a day.
type UnknownRateError struct {
	Code  string
	Day   roc.Date
	First roc.Date // earliest day known; zero where the code itself is unknown
	Known []string // the codes that exist
}

func (e *UnknownRateError) Error() string {
	if !e.First.IsZero() {
		return fmt.Sprintf("tarif %s inconnu au %s : connu à partir du %s", e.Code, e.Day.French(), e.First.French())
	}
	hint := ""
	if near := strictyaml.Nearest(e.Code, e.Known); near != "" {
		hint = " ; le plus proche : " + near
	}
	return fmt.Sprintf("tarif %s inconnu%s ; connus : %s", e.Code, hint, strings.Join(e.Known, ", "))
}

// Rate returns the amount of code in force on day. The error is an *UnknownRateError.
func (t *Table) Rate(code string, day roc.Date) (Rate, error) {
	var found *Rate
	e := &UnknownRateError{Code: code, Day: day}
	for i, r := range t.Rates {
		switch {
		case r.Code != code:
			e.Known = appendOnce(e.Known, r.Code)
		case r.From.After(day):
			if e.First.IsZero() {
				e.First = r.From
			}
		default:
			found = &t.Rates[i]
		}
	}
	if found == nil {
		return Rate{}, e
	}
	return *found, nil
}

// TNJP returns the daily tariff of a discipline in force on day. The error is an *UnknownRateError.
func (t *Table) TNJP(dmt, tariff string, day roc.Date) (Daily, error) {
	var found *Daily
	e := &UnknownRateError{Code: "TNJP " + dmt + "/" + tariff, Day: day}
	for i, d := range t.Daily {
		switch {
		case d.DMT != dmt || d.Tariff != tariff:
			e.Known = appendOnce(e.Known, "TNJP "+d.DMT+"/"+d.Tariff)
		case d.From.After(day):
			if e.First.IsZero() {
				e.First = d.From
			}
		default:
			found = &t.Daily[i]
		}
	}
	if found == nil {
		return Daily{}, e
	}
	return *found, nil
}

func appendOnce(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}
