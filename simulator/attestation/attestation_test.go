package attestation

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"strings"
	"testing"

	"github.com/boombuler/barcode/datamatrix"
	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func sample() *Document {
	return &Document{
		Card: pilote.Card{AMCNumber: "0099000002", ConventionType: "XB", CSR: "C01", MemberNumber: "00012345678",
			ValidFrom: "2025-01-01", ValidTo: "2025-12-31"},
		Issuer: "Assureur Bêta Nord", Contacts: []string{"Service hospitalisation, 01 99 00 00 01"},
		Contract: "C-B0000001-1", Guarantee: "Hospitalisation complète", Responsible: true,
		Columns: map[string]string{"HOSP": "PEC", "MED": "100", "EXTE": "200"},
		Insured: "DE LA FONTAINE Éloïse", InsuredNIR: "285069960012377",
		Beneficiaries: []Beneficiary{
			{"DE LA FONTAINE Éloïse", "285069960012377", "19850600", 1},
			{"DE LA FONTAINE Maëlys", "", "20180303", 1},
			{"DE LA FONTAINE Noé", "", "20180303", 2},
		},
		Issued: roc.NewDate(2025, 6, 2),
	}
}

func pngOf(t testing.TB, d *Document) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := d.PNG(&out, Placeholder{}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// symbol is a DataMatrix alone, with modules of some pixels and a white margin of so many modules.
func symbol(t testing.TB, c pilote.Card, module, quiet int) []byte {
	t.Helper()
	text, err := Placeholder{}.Encode(c)
	if err != nil {
		t.Fatal(err)
	}
	code, err := datamatrix.Encode(text)
	if err != nil {
		t.Fatal(err)
	}
	side := (code.Bounds().Dx() + 2*quiet) * module
	img := image.NewGray(image.Rect(0, 0, side, side))
	draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
	drawModules(img, code, image.Pt(quiet*module, quiet*module), module)
	return encoded(t, img)
}

func encoded(t testing.TB, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func read(image []byte) (pilote.Card, error) {
	card, err := Read(image, Placeholder{})
	card.DataMatrix = ""
	return card, err
}

func TestACardIsReadBackFromItsImage(t *testing.T) {
	for name, change := range map[string]func(*pilote.Card){
		"leading zeros":     func(*pilote.Card) {},
		"blank CSR":         func(c *pilote.Card) { c.CSR = "" },
		"all items blank":   func(c *pilote.Card) { *c = pilote.Card{} },
		"accents":           func(c *pilote.Card) { c.MemberNumber = "é É ç œ 12" },
		"one accent":        func(c *pilote.Card) { *c = pilote.Card{MemberNumber: "é"} },
		"blanks inside":     func(c *pilote.Card) { c.MemberNumber = "G0001 2345" },
		"blanks at the end": func(c *pilote.Card) { c.MemberNumber = " 12 " },
		"no validity":       func(c *pilote.Card) { c.ValidFrom, c.ValidTo = "", "" },
		"sixteen letters":   func(c *pilote.Card) { c.MemberNumber = "ABCDEFGHIJKLMNOP" },
	} {
		t.Run(name, func(t *testing.T) {
			c := sample().Card
			change(&c)
			if got, err := read(symbol(t, c, 5, 2)); err != nil || got != c {
				t.Errorf("%+v, %v, want %+v", got, err, c)
			}
		})
	}
}

func TestTheDataMatrixIsFoundOnAWholePage(t *testing.T) {
	d := sample()
	d.Card.MemberNumber = "é 000 12 "
	if got, err := read(pngOf(t, d)); err != nil || got != d.Card {
		t.Errorf("%+v, %v, want %+v", got, err, d.Card)
	}
}

func TestAnyCardSurvivesItsDataMatrix(t *testing.T) {
	item := rapid.StringOfN(rapid.RuneFrom([]rune("0123456789 ABCXYZabcéèàçÉœŒ-_/.")), 0, 16, -1)
	day := rapid.SampledFrom([]string{"", "2024-02-29", "2025-01-01", "2025-12-31"})
	rapid.Check(t, func(r *rapid.T) {
		c := pilote.Card{AMCNumber: item.Draw(r, "amc"), ConventionType: item.Draw(r, "convention"),
			CSR: item.Draw(r, "csr"), MemberNumber: item.Draw(r, "member"), ValidFrom: day.Draw(r, "from"),
			ValidTo: day.Draw(r, "to")}
		module, quiet := rapid.IntRange(2, 4).Draw(r, "module"), rapid.IntRange(1, 6).Draw(r, "quiet")
		if got, err := read(symbol(t, c, module, quiet)); err != nil || got != c {
			r.Fatalf("%+v, %v, want %+v", got, err, c)
		}
	})
}

func TestAPageHasTheSameBytesEachTime(t *testing.T) {
	var first, second bytes.Buffer
	if err := errors.Join(sample().PDF(&first, Placeholder{}), sample().PDF(&second, Placeholder{})); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first.Bytes(), second.Bytes()) || !bytes.HasPrefix(first.Bytes(), []byte("%PDF-")) {
		t.Error("two PDF of one document differ")
	}
	if !bytes.Equal(pngOf(t, sample()), pngOf(t, sample())) {
		t.Error("two PNG of one document differ")
	}
}

func TestWhatCannotBePrintedIsRefused(t *testing.T) {
	for name, change := range map[string]func(*Document){
		"nobody":                  func(d *Document) { d.Beneficiaries = nil },
		"more rows than the page": func(d *Document) { d.Beneficiaries = make([]Beneficiary, MaxBeneficiaries+1) },
		"no day of issue":         func(d *Document) { d.Issued = roc.Date{} },
		"a separator in an item":  func(d *Document) { d.Card.MemberNumber = "a|b" },
		"a code too long":         func(d *Document) { d.Card.MemberNumber = strings.Repeat("é", 3000) },
	} {
		t.Run(name, func(t *testing.T) {
			d := sample()
			change(d)
			var out bytes.Buffer
			if d.PDF(&out, Placeholder{}) == nil || d.PNG(&out, Placeholder{}) == nil || out.Len() > 0 {
				t.Errorf("%d bytes and no error", out.Len())
			}
		})
	}
}

func TestAnImageWithoutAReadableDataMatrixSaysSo(t *testing.T) {
	blank := image.NewGray(image.Rect(0, 0, 300, 300))
	draw.Draw(blank, blank.Rect, image.White, image.Point{}, draw.Src)
	black := image.NewGray(image.Rect(0, 0, 300, 300))
	whole := pngOf(t, sample())
	page, err := png.Decode(bytes.NewReader(whole))
	if err != nil {
		t.Fatal(err)
	}
	scratched := image.NewRGBA(page.Bounds())
	draw.Draw(scratched, page.Bounds(), page, image.Point{}, draw.Src)
	found := symbolBox(t, whole)
	draw.Draw(scratched, image.Rectangle{found.Min.Add(image.Pt(20, 20)), found.Max.Sub(image.Pt(20, 20))},
		image.NewUniform(color.White), image.Point{}, draw.Src)
	for name, data := range map[string][]byte{
		"blank": encoded(t, blank), "black": encoded(t, black), "scratched": encoded(t, scratched),
		"one pixel": encoded(t, image.NewGray(image.Rect(0, 0, 1, 1))),
	} {
		if got, err := read(data); !errors.Is(err, ErrNoDataMatrix) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
	for name, data := range map[string][]byte{"empty": {}, "text": []byte("MIR1|"), "truncated": whole[:len(whole)/2]} {
		if got, err := read(data); err == nil || !strings.Contains(err.Error(), "not a PNG") {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func symbolBox(t testing.TB, data []byte) image.Rectangle {
	t.Helper()
	page, err := readImage(data)
	if err != nil {
		t.Fatal(err)
	}
	seen := make([]bool, len(page.Pix))
	for i, lum := range page.Pix {
		if lum < threshold && !seen[i] {
			if box := spread(page, seen, i); square(box) && finder(page, box) {
				return box
			}
		}
	}
	t.Fatal("no symbol on the page")
	return image.Rectangle{}
}

// another is a codec that does not know our coding.
type another struct{ Placeholder }

var errAnother = errors.New("version inconnue")

func (another) Decode(string) (pilote.Card, error) { return pilote.Card{}, errAnother }

func TestADataMatrixOfAnotherCodingIsRefusedByTheCodec(t *testing.T) {
	if _, err := Read(symbol(t, sample().Card, 4, 2), another{}); !errors.Is(err, errAnother) {
		t.Error(err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(symbol(f, sample().Card, 2, 1))
	f.Add(symbol(f, pilote.Card{}, 3, 2))
	f.Add([]byte("\x89PNG\r\n\x1a\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		card, err := Read(data, Placeholder{})
		if err != nil {
			if card != (pilote.Card{}) {
				t.Errorf("%+v with %v", card, err)
			}
			return
		}
		text, err := Placeholder{}.Encode(card)
		if err != nil || text != card.DataMatrix {
			t.Errorf("%+v encodes to %q, %v", card, text, err)
		}
	})
}
