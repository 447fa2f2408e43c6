package population

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/amc"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

const folder = "../../scenarios/population/"

func profileText(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile(folder + "defaut.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// data is read once: properties ask for many generators.
var data = sync.OnceValues(func() (*Generator, error) {
	text, err := os.ReadFile(folder + "defaut.yaml")
	if err != nil {
		return nil, err
	}
	profile, err := ParseProfile("defaut.yaml", text)
	if err != nil {
		return nil, err
	}
	names, err := ParseNames(os.DirFS(folder))
	return New(0, profile, names), err
})

func generator(t testing.TB, seed uint64) *Generator {
	t.Helper()
	g, err := data()
	if err != nil {
		t.Fatal(err)
	}
	return New(seed, g.profile, g.names)
}

var (
	fictiveNIR  = regexp.MustCompile(`^[12]\d\d([0-3]\d|[56]\d)(99|2A|2B|20)[6-9]\d\d\d{3}\d\d$`)
	fictiveRPPS = regexp.MustCompile(`^8999\d{7}$`)
)

func checkNIR(t interface{ Errorf(string, ...any) }, nir string) {
	if !fictiveNIR.MatchString(nir) || !roc.ValidNIR(nir[:13]) || roc.NIRKey(nir[:13]) != nir[13:] {
		t.Errorf("NIR %q", nir)
	}
}

func TestEveryNumberHasAValidKeyInAFictiveRange(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		g := generator(t, rapid.Uint64().Draw(r, "seed"))
		i := rapid.IntRange(0, 2_000_000).Draw(r, "i")
		p, s, h := g.Person(i), g.Stay(i), g.hospital(i)
		checkNIR(r, p.InsuredNIR)
		if p.NIR != "" {
			checkNIR(r, p.NIR)
		}
		for _, n := range []string{s.FinessEG, h.FinessEG, h.FinessEJ} {
			if !roc.ValidFINESS(n) || !strings.HasPrefix(n, "99") {
				r.Errorf("FINESS %q", n)
			}
		}
		if !roc.ValidRPPS(s.Practitioner) || !fictiveRPPS.MatchString(s.Practitioner) {
			r.Errorf("RPPS %q", s.Practitioner)
		}
	})
}

func TestARecordDependsOnTheSeedAndItsIndexAlone(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		g := generator(t, rapid.Uint64().Draw(r, "seed"))
		few := rapid.IntRange(0, 30).Draw(r, "few")
		many := few + rapid.IntRange(0, 30).Draw(r, "more")
		format := rapid.SampledFrom(Formats()).Draw(r, "format")
		for name, list := range map[string]List{"persons": g.Persons(), "stays": g.Stays()} {
			short, long := written(r, list, format, few), written(r, list, format, many)
			if !strings.HasPrefix(long, short) || many > few && len(long) == len(short) {
				r.Errorf("the first %d %s of %d differ", few, name, many)
			}
		}
	})
}

func written(t interface{ Fatal(...any) }, l List, format string, count int) string {
	var out bytes.Buffer
	calls := 0
	if err := l.Write(context.Background(), &out, format, count, func() { calls++ }); err != nil || calls != count {
		t.Fatal(err, calls)
	}
	return out.String()
}

func TestTheFirstRecordsOfASeed(t *testing.T) {
	g := generator(t, 42)
	for name, list := range map[string]List{"beneficiaires": g.Persons(), "sejours": g.Stays()} {
		for _, format := range Formats() {
			golden := "testdata/" + name + "." + format
			got := written(t, list, format, 6)
			if os.Getenv("UPDATE_GOLDEN") != "" {
				if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil || got != string(want) {
				t.Errorf("%s differs (%v); UPDATE_GOLDEN=1 rewrites it. Got\n%s", golden, err, got)
			}
		}
	}
}

func TestNobodyIsAHeaderAlone(t *testing.T) {
	if got := written(t, generator(t, 1).Stays(), CSV, 0); got != strings.Join(stayHeader, ",")+"\n" {
		t.Errorf("got %q", got)
	}
}

func TestWhatIsInterruptedSaysSo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	err := generator(t, 1).Persons().Write(ctx, io.Discard, NDJSON, 1_000_000, cancel)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestAnotherSeedGivesOtherPeople(t *testing.T) {
	if written(t, generator(t, 0).Persons(), CSV, 5) == written(t, generator(t, 1).Persons(), CSV, 5) {
		t.Error("seeds 0 and 1 give the same people")
	}
}

func TestNoNIRComesTwice(t *testing.T) {
	seen := map[slot]int{}
	g := generator(t, 7)
	const count = 200_000 // both numbers of a hundred thousand persons
	for n := range count {
		if first, taken := seen[g.slot(n)]; taken {
			t.Fatalf("slot %d is that of %d", n, first)
		}
		seen[g.slot(n)] = n
	}
	if g.slot(nirs) != g.slot(0) || g.slot(nirs-1) == g.slot(0) {
		t.Errorf("the slots do not come back after %d", nirs)
	}
}

func TestThePopulationHasWhatTheProfileAsksFor(t *testing.T) {
	g := generator(t, 1)
	const count = 10_000
	found := map[string]int{}
	for i := range count {
		for _, trait := range traits(t, g, i) {
			found[trait]++
		}
	}
	for trait, wanted := range map[string]float64{ // share of the persons, by the default profile
		"child": 0.182, "two contracts": 0.08, "uninsured": 0.02, "Alpha": 0.45 * 0.98, "twin": 0.02,
		"Corsican": 0.01 * 0.5, "lunar": 0.818 * 0.015, "closed": 0.04 * 0.98, "C2S": 0.05, "renewed": 0.32 * 0.98,
	} {
		if share := float64(found[trait]) / count; share < wanted*0.6 || share > wanted*1.6 {
			t.Errorf("%s: %.4f of the persons, want about %.4f", trait, share, wanted)
		}
	}
}

// traits names what is remarkable in a person, and checks that it hangs together.
func traits(t *testing.T, g *Generator, i int) (list []string) {
	t.Helper()
	p, today := g.Person(i), g.profile.Date
	add := func(trait string, has bool) {
		if has {
			list = append(list, trait)
		}
	}
	if other, twins := g.Twin(i); twins {
		add("twin", true)
		ranks := []int{p.BirthRank, other.BirthRank}
		if p.NIR != "" || p.InsuredNIR != other.InsuredNIR || p.BirthDate != other.BirthDate ||
			p.LastName != other.LastName || slices.Max(ranks) != 2 || slices.Min(ranks) != 1 {
			t.Errorf("%s and %s are no twins: %+v, %+v", p.ID, other.ID, p, other)
		}
	}
	child := p.age(today) < adult
	if child != (p.Insured != nil) || !child && p.NIR != p.InsuredNIR || p.Insured != nil && p.NIR == p.InsuredNIR {
		t.Errorf("%s: %d years, NIR %s, insured %s", p.ID, p.age(today), p.NIR, p.InsuredNIR)
	}
	_, err := roc.ParseDate(p.BirthDate[:4] + "-" + p.BirthDate[4:6] + "-" + p.BirthDate[6:])
	add("lunar", err != nil)
	add("child", child)
	add("Corsican", strings.Contains(p.NIR, "2A") || strings.Contains(p.NIR, "2B"))
	add("uninsured", len(p.Covers) == 0)
	add("two contracts", len(p.Covers) == 2)
	if len(p.Covers) == 0 {
		return list
	}
	add("Alpha", p.Covers[0].AMC == "99000001")
	add("C2S", slices.Contains(p.AMO.Situations, "C2S"))
	periods := p.Covers[0].Periods
	add("closed", len(periods) == 1 && !periods[0].To.IsZero() && periods[0].To.Before(today))
	add("renewed", len(periods) == 2 && periods[0].To.AddDays(1) == periods[1].From)
	return list
}

func TestAWorldLoadsInThePayer(t *testing.T) {
	for _, count := range []int{0, 1, 300} {
		text, err := generator(t, 5).World(count)
		if err != nil {
			t.Fatal(err)
		}
		w, err := amc.ParseWorld("world.yaml", text)
		if err != nil {
			t.Fatal(err)
		}
		if len(w.Beneficiaries) != count || len(w.Establishments) != 6 || len(w.OPTAM) < 10 || w.Seed != 5 {
			t.Errorf("%d persons, %d establishments, %d OPTAM", len(w.Beneficiaries), len(w.Establishments),
				len(w.OPTAM))
		}
	}
	if _, err := generator(t, 5).World(MaxWorld + 1); err == nil {
		t.Error("a world too large is not refused")
	}
}

func BenchmarkPerson(b *testing.B) {
	g := generator(b, 1)
	for i := 0; b.Loop(); i++ {
		g.Person(i)
	}
}

func TestTheOraclePricesEveryStay(t *testing.T) {
	table, err := tarif.Load(os.DirFS("../../scenarios/tarifs"))
	if err != nil {
		t.Fatal(err)
	}
	g := generator(t, 3)
	lines := strings.Split(strings.TrimSpace(written(t, g.Stays(), NDJSON, 3000)), "\n")
	kinds := map[string]int{}
	for i, line := range lines {
		entries, err := tarif.ParseFile("stays.ndjson", []byte(line))
		if err != nil {
			t.Fatalf("%s\n%v", line, err)
		}
		if _, err := table.Price(entries[0]); err != nil {
			t.Fatalf("%s\n%v", line, err)
		}
		s := g.Stay(i)
		kinds[s.Name]++
		comesAfter(t, g, i, s)
	}
	if len(kinds) != len(g.profile.Care.Kinds) {
		t.Errorf("kinds met: %v", kinds)
	}
}

// comesAfter checks that a person leaves before coming back, alive, and is born before coming at all.
func comesAfter(t *testing.T, g *Generator, i int, s Stay) {
	t.Helper()
	care := g.profile.Care
	p := g.Person(i / care.Each)
	entry, exit := daysOf(s)
	if s.Person != p.ID || entry.Before(care.From) || entry.Before(p.birth) || exit.After(care.To) {
		t.Errorf("%s from %s to %s of %s born %s", s.ID, entry, exit, s.Person, p.birth)
	}
	if i%care.Each == 0 {
		return
	}
	before := g.Stay(i - 1)
	if _, left := daysOf(before); !left.Before(entry) || before.Stay != nil && before.Stay.ExitMode == death {
		t.Errorf("%s comes on %s after %s", s.ID, entry, left)
	}
}

func daysOf(s Stay) (entry, exit roc.Date) {
	if s.Visit != nil {
		return s.Visit.Date, s.Visit.Date
	}
	return s.Stay.Entry, s.Stay.Exit
}
