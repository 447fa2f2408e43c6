package attestation

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"github.com/boombuler/barcode"
	glyphs "golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// dpi is enough for a scanner to read what is on the page, and for a page to stay a small file.
const dpi = 200

// pixels is a canvas that becomes an image.
type pixels struct {
	img           *image.RGBA
	regular, bold *opentype.Font
	faces         map[font]glyphs.Face // by weight and size: the colour is left out
}

func newPixels() (*pixels, error) {
	regular, err := opentype.Parse(goregular.TTF)
	if err != nil {
		return nil, err
	}
	bold, err := opentype.Parse(gobold.TTF)
	if err != nil {
		return nil, err
	}
	img := image.NewRGBA(image.Rect(0, 0, px(pageWidth), px(pageHeight)))
	draw.Draw(img, img.Bounds(), image.White, image.Point{}, draw.Src)
	return &pixels{img, regular, bold, map[font]glyphs.Face{}}, nil
}

func px(mm float64) int { return int(math.Round(mm * dpi / 25.4)) }

func (r rect) pixels() image.Rectangle { return image.Rect(px(r.x), px(r.y), px(r.x+r.w), px(r.y+r.h)) }

func (p *pixels) fill(r rect, c color.RGBA) {
	draw.Draw(p.img, r.pixels(), image.NewUniform(c), image.Point{}, draw.Src)
}

func (p *pixels) frame(r rect, c color.RGBA) {
	const thick = lineWidth
	left, top := r.x-thick/2, r.y-thick/2
	for _, side := range []rect{
		{left, top, r.w + thick, thick}, {left, top + r.h, r.w + thick, thick},
		{left, top, thick, r.h + thick}, {left + r.w, top, thick, r.h + thick},
	} {
		p.fill(side, c)
	}
}

// face returns the glyphs of a font. The options are ours and sound: the only error there is would
// be about them.
func (p *pixels) face(f font) glyphs.Face {
	f.color = color.RGBA{}
	if known := p.faces[f]; known != nil {
		return known
	}
	outline := p.regular
	if f.bold {
		outline = p.bold
	}
	face, err := opentype.NewFace(outline, &opentype.FaceOptions{Size: f.size, DPI: dpi, Hinting: glyphs.HintingNone})
	if err != nil {
		panic(err)
	}
	p.faces[f] = face
	return face
}

func (p *pixels) write(x, baseline float64, f font, s string) {
	d := glyphs.Drawer{Dst: p.img, Src: image.NewUniform(f.color), Face: p.face(f),
		Dot: fixed.P(px(x), px(baseline))}
	d.DrawString(s)
}

func (p *pixels) width(f font, s string) float64 {
	return float64(glyphs.MeasureString(p.face(f), s)) / 64 * 25.4 / dpi
}

// matrix draws modules of a whole number of pixels: anything else would blur them.
func (p *pixels) matrix(r rect, code barcode.Barcode) {
	n := code.Bounds().Dx()
	area := r.pixels()
	module := min(area.Dx(), area.Dy()) / (n + 2*quiet)
	draw.Draw(p.img, area, image.White, image.Point{}, draw.Src)
	corner := area.Min.Add(image.Pt((area.Dx()-n*module)/2, (area.Dy()-n*module)/2))
	drawModules(p.img, code, corner, module)
}

// drawModules draws the dark modules of a code, from a corner.
func drawModules(img draw.Image, code barcode.Barcode, corner image.Point, module int) {
	n := code.Bounds().Dx()
	for y := range n {
		for x := range n {
			if !dark(code, x, y) {
				continue
			}
			at := corner.Add(image.Pt(x*module, y*module))
			draw.Draw(img, image.Rectangle{at, at.Add(image.Pt(module, module))}, image.Black, image.Point{}, draw.Src)
		}
	}
}

func dark(code barcode.Barcode, x, y int) bool {
	return color.GrayModel.Convert(code.At(x, y)).(color.Gray).Y < 128
}
