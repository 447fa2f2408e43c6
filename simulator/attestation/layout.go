package attestation

import (
	"fmt"
	"strings"

	"github.com/boombuler/barcode"
)

const (
	specimen = "SPÉCIMEN – DONNÉES FICTIVES"

	margin  = 15.0
	inner   = pageWidth - 2*margin
	padding = 2.5
	row     = 7.0

	codeSide = 34.0 // of the DataMatrix, quiet zone included
)

// columns are the domains of care that an attestation lists, in the order in which they are printed.
var columns = []struct{ code, label string }{
	{"PHAR", "pharmacie"}, {"MED", "médecins"}, {"RLAX", "radiologie, laboratoire, auxiliaires"},
	{"SAGE", "sages-femmes"}, {"EXTE", "soins externes"}, {"CSTE", "centres de santé"}, {"HOSP", "hospitalisation"},
	{"DESO", "soins dentaires"}, {"DEPR", "prothèses dentaires"}, {"OPTI", "optique"}, {"AUDI", "audioprothèse"},
	{"TRAN", "transport"},
}

// draw puts the whole page on a canvas, from top to bottom.
func (d *Document) draw(c canvas, code barcode.Barcode) {
	banner(c, margin)
	y := d.heading(c, margin+18)
	top := y
	y = d.items(c, y, code)
	y = d.people(c, y)
	y = d.guarantees(c, y)
	c.frame(rect{margin, top, inner, y - top}, blue)
	notes(c, y+8)
	banner(c, pageHeight-margin-9)
}

func banner(c canvas, y float64) {
	c.fill(rect{margin, y, inner, 9}, pink)
	c.frame(rect{margin, y, inner, 9}, red)
	f := font{true, 13, red}
	c.write(margin+(inner-c.width(f, specimen))/2, y+6.2, f, specimen)
}

// heading says who issues the document, what it is and for whom.
func (d *Document) heading(c canvas, y float64) float64 {
	const half = inner / 2
	issuer := fit(c, font{true, 17, blue}, d.Issuer, half-5)
	c.write(margin, y, issuer, d.Issuer)
	for i, line := range d.Contacts {
		c.write(margin, y+6+float64(i)*4.5, fit(c, font{size: 9, color: grey}, line, half), line)
	}
	right(c, margin+inner, y, font{true, 15, black}, "Attestation de tiers payant")
	right(c, margin+inner, y+6, font{size: 9, color: grey}, "Émise le "+d.Issued.French())
	y += 27
	for i, line := range []struct{ label, value string }{
		{"Assuré", d.insured()}, {"Contrat", d.Contract}, {"Garantie", d.Guarantee},
	} {
		at := y + float64(i)*5.5
		c.write(margin, at, font{size: 10, color: grey}, line.label)
		c.write(margin+22, at, fit(c, font{true, 10.5, black}, line.value, inner-22), line.value)
	}
	return y + 20
}

func (d *Document) insured() string {
	if d.InsuredNIR == "" {
		return d.Insured
	}
	return d.Insured + "  –  n° " + spaced(d.InsuredNIR)
}

// items prints the normalised zone: five labels, whatever their values, and the DataMatrix.
func (d *Document) items(c canvas, y float64, code barcode.Barcode) float64 {
	const height = codeSide + 8
	c.fill(rect{margin, y, inner, 9}, blue)
	c.write(margin+padding, y+6.2, font{true, 11, pale}, "Période de validité : "+d.validity())
	if d.Responsible {
		right(c, margin+inner-padding, y+6.2, font{true, 11, pale}, "R – contrat responsable")
	}
	y += 9
	for i, item := range []struct{ label, value string }{
		{"N° AMC", d.Card.AMCNumber}, {"Type de convention", d.Card.ConventionType},
		{"CSR", d.Card.CSR}, {"N° adhérent", d.Card.MemberNumber},
	} {
		at := y + 5 + float64(i)*9.2
		box := rect{margin + 48, at - 1, inner - 48 - codeSide - 14, row}
		c.write(margin+padding, at+4, font{size: 10.5, color: grey}, item.label)
		c.fill(box, pale)
		c.write(box.x+padding, at+4, fit(c, font{true, 12, black}, item.value, box.w-2*padding), item.value)
	}
	c.matrix(rect{margin + inner - codeSide - 5, y + 4, codeSide, codeSide}, code)
	return y + height
}

func (d *Document) validity() string {
	from, to := frenchDay(d.Card.ValidFrom), frenchDay(d.Card.ValidTo)
	switch {
	case from == "" && to == "":
		return ""
	case to == "":
		return "à partir du " + from
	case from == "":
		return "jusqu'au " + to
	}
	return "du " + from + " au " + to
}

// frenchDay turns AAAA-MM-JJ, or AAAAMMJJ of any month and day, into JJ/MM/AAAA.
func frenchDay(s string) string {
	s = strings.ReplaceAll(s, "-", "")
	if len(s) != 8 {
		return s
	}
	return s[6:] + "/" + s[4:6] + "/" + s[:4]
}

// people prints one row for each beneficiary.
func (d *Document) people(c canvas, y float64) float64 {
	cells := []float64{76, 44, 30, 30}
	y = header(c, y, cells, "Bénéficiaire", "N° de sécurité sociale", "Naissance", "Rang")
	for _, b := range d.Beneficiaries {
		nir := "celui de l'assuré"
		if b.NIR != "" {
			nir = spaced(b.NIR)
		}
		y = line(c, y, cells, b.Name, nir, frenchDay(b.BirthDate), fmt.Sprint(b.BirthRank))
	}
	return y
}

// spaced groups the digits of a NIR as people read them.
func spaced(nir string) string {
	if len(nir) != 15 {
		return nir
	}
	return strings.Join([]string{nir[:1], nir[1:3], nir[3:5], nir[5:7], nir[7:10], nir[10:13], nir[13:]}, " ")
}

// guarantees prints what is paid, one column for each domain of care.
func (d *Document) guarantees(c canvas, y float64) float64 {
	width := inner / float64(len(columns))
	cells, codes, values := []float64{}, []string{}, []string{}
	for _, col := range columns {
		value := d.Columns[col.code]
		if value == "" {
			value = "–"
		}
		cells, codes, values = append(cells, width), append(codes, col.code), append(values, value)
	}
	return line(c, header(c, y, cells, codes...), cells, values...)
}

func header(c canvas, y float64, cells []float64, texts ...string) float64 {
	c.fill(rect{margin, y, inner, row}, pale)
	return table(c, y, cells, font{true, 8.5, blue}, texts)
}

func line(c canvas, y float64, cells []float64, texts ...string) float64 {
	return table(c, y, cells, font{size: 10, color: black}, texts)
}

// table prints a row of cells. Wide ones are read from the left, narrow ones in the middle.
func table(c canvas, y float64, cells []float64, f font, texts []string) float64 {
	x := margin
	for i, w := range cells {
		c.frame(rect{x, y, w, row}, rule)
		small := fit(c, f, texts[i], w-2)
		at := x + padding
		if w < 40 {
			at = x + (w-c.width(small, texts[i]))/2
		}
		c.write(at, y+4.8, small, texts[i])
		x += w
	}
	return y + row
}

// notes explain the codes and repeat that nothing here is real.
func notes(c canvas, y float64) {
	var labels []string
	for _, col := range columns {
		labels = append(labels, col.code+" "+col.label)
	}
	half := len(labels) / 2
	for i, text := range []string{
		strings.Join(labels[:half], " ; ") + " ;", strings.Join(labels[half:], " ; ") + ".",
		"Les taux sont en pour cent de la base de remboursement, part de l'assurance maladie obligatoire comprise.",
		"PEC : sur prise en charge. – : pas de tiers payant.",
		"Seule la réponse de l'organisme au service d'identification des droits fait foi.",
		"Le codage du DataMatrix est propre à miroir : ce n'est pas celui des attestations réelles.",
		"Ce document ne désigne personne et n'ouvre aucun droit.",
	} {
		c.write(margin, y+float64(i)*4.6, fit(c, font{size: 8, color: grey}, text, inner), text)
	}
}

func right(c canvas, x, baseline float64, f font, s string) { c.write(x-c.width(f, s), baseline, f, s) }
