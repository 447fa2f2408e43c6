package attestation

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/png"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/datamatrix"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
)

// ErrNoDataMatrix says that no DataMatrix could be read in an image.
var ErrNoDataMatrix = errors.New(
	"no readable DataMatrix in the image: want one that is upright, sharp and dark on a light background")

// maxPixels bounds the images that are read: a page of A4 at 600 dpi has 35 million.
const maxPixels = 64 << 20

// Read finds the DataMatrix in a PNG image and returns the card that it holds. Without one the error
// is [ErrNoDataMatrix]; with one that the codec refuses, it is the codec's.
func Read(data []byte, c Codec) (pilote.Card, error) {
	img, err := readImage(data)
	if err != nil {
		return pilote.Card{}, err
	}
	refused := ErrNoDataMatrix
	for _, symbol := range symbols(img) {
		text, err := scan(symbol)
		if err != nil {
			continue
		}
		card, err := c.Decode(text)
		if err == nil {
			return card, nil
		}
		refused = err
	}
	return pilote.Card{}, refused
}

func readImage(data []byte) (*image.Gray, error) {
	size, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("not a PNG image: %w", err)
	}
	if size.Width*size.Height > maxPixels {
		return nil, fmt.Errorf("an image of %d × %d pixels is too large: want %d million at most",
			size.Width, size.Height, maxPixels>>20)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("not a PNG image: %w", err)
	}
	page := image.NewGray(image.Rectangle{Max: img.Bounds().Size()})
	draw.Draw(page, page.Rect, image.White, image.Point{}, draw.Src) // under what is transparent
	draw.Draw(page, page.Rect, img, img.Bounds().Min, draw.Over)
	return page, nil
}

// scan returns the text of the DataMatrix that fills an image: the very bytes that were coded, UTF-8
// of our writer, where the standard supposes Latin-1.
func scan(symbol image.Image) (string, error) {
	bitmap, err := gozxing.NewBinaryBitmapFromImage(symbol)
	if err != nil {
		return "", err
	}
	reader := datamatrix.NewDataMatrixReader()
	alone := map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_PURE_BARCODE: true}
	result, err := reader.Decode(bitmap, alone)
	if err != nil {
		if result, err = reader.Decode(bitmap, nil); err != nil {
			return "", err
		}
	}
	return result.GetText(), nil
}
