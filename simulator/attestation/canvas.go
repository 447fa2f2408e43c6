package attestation

import (
	"image/color"

	"github.com/boombuler/barcode"
)

// A canvas is a page of A4 on which a document is drawn. Lengths are millimetres from the top left
// corner, sizes of text are points.
type canvas interface {
	fill(r rect, c color.RGBA)
	frame(r rect, c color.RGBA)
	write(x, baseline float64, f font, s string)
	width(f font, s string) float64
	matrix(r rect, code barcode.Barcode) // in the middle, with its quiet zone
}

const (
	pageWidth  = 210.0
	pageHeight = 297.0

	lineWidth = 0.25
	point     = 25.4 / 72

	// quiet is the number of white modules around a DataMatrix; the standard asks for one.
	quiet = 2
)

type rect struct{ x, y, w, h float64 }

type font struct {
	bold  bool
	size  float64
	color color.RGBA
}

var (
	black = color.RGBA{0x1a, 0x1a, 0x1a, 0xff}
	grey  = color.RGBA{0x5a, 0x5a, 0x5a, 0xff}
	rule  = color.RGBA{0x9a, 0xa5, 0xb1, 0xff}
	pale  = color.RGBA{0xee, 0xf2, 0xf6, 0xff}
	blue  = color.RGBA{0x1f, 0x4e, 0x79, 0xff}
	red   = color.RGBA{0xa6, 0x1c, 0x1c, 0xff}
	pink  = color.RGBA{0xfb, 0xe9, 0xe9, 0xff}
)

// fit returns the font in which a text is no wider than width: smaller where it must.
func fit(c canvas, f font, s string, width float64) font {
	if w := c.width(f, s); w > width {
		f.size *= width / w
	}
	return f
}
