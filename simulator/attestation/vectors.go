package attestation

import (
	"image/color"
	"io"
	"time"

	"codeberg.org/go-pdf/fpdf"
	"github.com/boombuler/barcode"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
)

// vectors is a canvas that becomes a PDF.
type vectors struct{ pdf *fpdf.Fpdf }

// newVectors starts a page. The date is the only one that the file holds.
func newVectors(title string, date time.Time) vectors {
	pdf := fpdf.New("P", "mm", "A4", "")
	pdf.SetCreationDate(date)
	pdf.SetModificationDate(date)
	pdf.SetCatalogSort(true) // the same bytes each time
	pdf.SetTitle(title, true)
	pdf.SetCreator("miroir", true)
	pdf.SetLang("fr-FR")
	pdf.AddUTF8FontFromBytes("go", "", goregular.TTF)
	pdf.AddUTF8FontFromBytes("go", "B", gobold.TTF)
	pdf.SetAutoPageBreak(false, 0)
	pdf.AddPage()
	return vectors{pdf}
}

func (v vectors) output(w io.Writer) error { return v.pdf.Output(w) }

func (v vectors) fill(r rect, c color.RGBA) {
	v.pdf.SetFillColor(int(c.R), int(c.G), int(c.B))
	v.pdf.Rect(r.x, r.y, r.w, r.h, "F")
}

func (v vectors) frame(r rect, c color.RGBA) {
	v.pdf.SetLineWidth(lineWidth)
	v.pdf.SetDrawColor(int(c.R), int(c.G), int(c.B))
	v.pdf.Rect(r.x, r.y, r.w, r.h, "D")
}

func (v vectors) font(f font) {
	style := ""
	if f.bold {
		style = "B"
	}
	v.pdf.SetFont("go", style, f.size)
	v.pdf.SetTextColor(int(f.color.R), int(f.color.G), int(f.color.B))
}

func (v vectors) write(x, baseline float64, f font, s string) {
	v.font(f)
	v.pdf.Text(x, baseline, s)
}

func (v vectors) width(f font, s string) float64 {
	v.font(f)
	return v.pdf.GetStringWidth(s)
}

// matrix draws each run of dark modules of a row as one rectangle, so that no hairline shows between
// neighbours.
func (v vectors) matrix(r rect, code barcode.Barcode) {
	n := code.Bounds().Dx()
	module := min(r.w, r.h) / float64(n+2*quiet)
	left, top := r.x+(r.w-float64(n)*module)/2, r.y+(r.h-float64(n)*module)/2
	v.fill(r, color.RGBA{0xff, 0xff, 0xff, 0xff})
	v.pdf.SetFillColor(0, 0, 0)
	for y := range n {
		for x := 0; x < n; x++ {
			run := 0
			for x+run < n && dark(code, x+run, y) {
				run++
			}
			if run > 0 {
				v.pdf.Rect(left+float64(x)*module, top+float64(y)*module, float64(run)*module, module*1.02, "F")
				x += run
			}
		}
	}
}
