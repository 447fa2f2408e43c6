package attestation

import (
	"errors"
	"fmt"
	"image/png"
	"io"

	"github.com/boombuler/barcode"
	"github.com/boombuler/barcode/datamatrix"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Document is what an attestation says.
type Document struct {
	Card          pilote.Card // the normalised items; its DataMatrix is left out
	Issuer        string      // the AMC
	Contacts      []string    // lines under its name
	Contract      string
	Guarantee     string            // how the AMC calls it
	Responsible   bool              // prints the R of a responsible contract
	Columns       map[string]string // what is paid, by code of the column: HOSP: PEC, …
	Insured       string
	InsuredNIR    string // 15 characters
	Beneficiaries []Beneficiary
	Issued        roc.Date
}

// A Beneficiary is a row of the attestation.
type Beneficiary struct {
	Name      string
	NIR       string // 15 characters; empty: known by the NIR of the insured
	BirthDate string // AAAAMMJJ as on the card, lunar or not
	BirthRank int
}

// MaxBeneficiaries is how many rows the page has room for.
const MaxBeneficiaries = 8

// PDF writes the attestation as a PDF of one page, dated from the day of issue.
func (d *Document) PDF(w io.Writer, c Codec) error {
	code, err := d.code(c)
	if err != nil {
		return err
	}
	v := newVectors("Attestation de tiers payant – "+specimen, d.Issued.Time())
	d.draw(v, code)
	return v.output(w)
}

// PNG writes the attestation as an image of a page of A4.
func (d *Document) PNG(w io.Writer, c Codec) error {
	code, err := d.code(c)
	if err != nil {
		return err
	}
	p, err := newPixels()
	if err != nil {
		return err
	}
	d.draw(p, code)
	return png.Encode(w, p.img)
}

// code returns the DataMatrix of the card; a document that cannot be printed has none.
func (d *Document) code(c Codec) (barcode.Barcode, error) {
	if n := len(d.Beneficiaries); n == 0 || n > MaxBeneficiaries {
		return nil, fmt.Errorf("%d beneficiaries: an attestation has 1 to %d", n, MaxBeneficiaries)
	}
	if d.Issued.IsZero() {
		return nil, errors.New("no day of issue")
	}
	text, err := c.Encode(d.Card)
	if err != nil {
		return nil, err
	}
	return datamatrix.Encode(text)
}
