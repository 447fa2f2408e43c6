package tarif

import "github.com/roc-miroir/miroir/simulator/roc"

// unlined returns what the AMO pays of the tariff of a stay (or of days of care) that no ticket modérateur
// bears, by the statutory formulas: all of it, less the forfaits journaliers and the participation. Where
// these replace the ticket modérateur, AMO = 80 % − (FJ − TM), which is the same; with an exemption,
// AMO = 100 % − FJ; with a costly act, 100 % − FJ − PAS. A remark says it, or that it cannot be told.
func (b *stayBill) unlined() roc.Cents {
	tariffs := max(1, b.days)
	var held roc.Cents
	for i := range b.lines {
		switch b.lines[i].Nature {
		case TM:
			tariffs--
			if b.s.GHS == 0 || b.s.continuous() {
				return 0
			}
		case FJ, FJExit, PAS:
			held += b.lines[i].Left
		}
	}
	switch {
	case tariffs == 0:
		return 0
	case b.s.GHS == 0:
		b.say("Part de l'AMO du séjour non calculée : aucun ticket modérateur ne la porte, et elle se prend sur le " +
			b.s.stayTariff() + ", qui n'est pas donné.")
		return 0
	}
	whole := b.s.GHS * roc.Cents(tariffs)
	text := "Part de l'AMO : " + whole.French() + " de " + b.s.stayTariff()
	if held > 0 {
		text += ", moins " + held.French() + " de forfaits journaliers ou de participation"
	}
	if held > whole {
		text += " ; ils l'excèdent, elle est nulle"
	}
	b.say(text + ".")
	return max(0, whole-held)
}
