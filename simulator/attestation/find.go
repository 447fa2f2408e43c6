package attestation

import (
	"cmp"
	"image"
	"image/draw"
	"slices"
)

const (
	threshold = 128 // below it a pixel is dark
	smallest  = 20  // pixels, the side of a symbol that can be read
)

// symbols cuts out of a page whatever looks like a DataMatrix, the largest first: a connected shape,
// about square, whose left and bottom edges are dark all along. That is the finder pattern of the
// symbol. Each comes with a white margin.
func symbols(page *image.Gray) []image.Image {
	var found []image.Rectangle
	seen := make([]bool, len(page.Pix))
	for i, lum := range page.Pix {
		if lum >= threshold || seen[i] {
			continue
		}
		if box := spread(page, seen, i); square(box) && finder(page, box) {
			found = append(found, box)
		}
	}
	slices.SortStableFunc(found, func(a, b image.Rectangle) int { return cmp.Compare(b.Dx(), a.Dx()) })
	var cut []image.Image
	for _, box := range found {
		cut = append(cut, framed(page, box))
	}
	return cut
}

// spread visits the dark pixels connected to one, and returns the box that holds them.
func spread(page *image.Gray, seen []bool, start int) image.Rectangle {
	w, h := page.Rect.Dx(), page.Rect.Dy()
	box := image.Rect(start%w, start/w, start%w+1, start/w+1)
	seen[start] = true
	for todo := []int{start}; len(todo) > 0; {
		at := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		x, y := at%w, at/w
		box = image.Rect(min(box.Min.X, x), min(box.Min.Y, y), max(box.Max.X, x+1), max(box.Max.Y, y+1))
		for ny := max(0, y-1); ny <= min(h-1, y+1); ny++ {
			for nx := max(0, x-1); nx <= min(w-1, x+1); nx++ {
				if n := ny*w + nx; !seen[n] && page.Pix[n] < threshold {
					seen[n] = true
					todo = append(todo, n)
				}
			}
		}
	}
	return box
}

func square(box image.Rectangle) bool {
	w, h := box.Dx(), box.Dy()
	return min(w, h) >= smallest && 10*min(w, h) >= 9*max(w, h)
}

// finder reports whether nearly all the left and bottom edges of a box are dark, and at most three
// quarters of the others, on which dark and light modules alternate.
func finder(page *image.Gray, box image.Rectangle) bool {
	var left, right, top, bottom int
	for y := box.Min.Y; y < box.Max.Y; y++ {
		left += darkAt(page, box.Min.X+1, y)
		right += darkAt(page, box.Max.X-2, y)
	}
	for x := box.Min.X; x < box.Max.X; x++ {
		top += darkAt(page, x, box.Min.Y+1)
		bottom += darkAt(page, x, box.Max.Y-2)
	}
	w, h := box.Dx(), box.Dy()
	return 20*left >= 19*h && 20*bottom >= 19*w && 4*right <= 3*h && 4*top <= 3*w
}

func darkAt(page *image.Gray, x, y int) int {
	if page.GrayAt(x, y).Y < threshold {
		return 1
	}
	return 0
}

// framed copies a box of a page into an image with a white margin.
func framed(page *image.Gray, box image.Rectangle) image.Image {
	edge := max(8, box.Dx()/8)
	img := image.NewGray(image.Rect(0, 0, box.Dx()+2*edge, box.Dy()+2*edge))
	draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(img, image.Rectangle{Max: box.Size()}.Add(image.Pt(edge, edge)), page, box.Min, draw.Src)
	return img
}
