package amc

import "github.com/roc-miroir/miroir/simulator/roc"

// V2 returns the payer's rulebook for version 2 of the dispositif: that of version 1, and named
// changes.
func V2() Profile {
	v1 := V1()
	return Profile{
		Name: "V2",
		Load: loadChain,
		Books: map[roc.Service]Book{
			roc.ANN: derive(v1.Books[roc.ANN],
				Replace("ANN-R03", connectedInNoVersion()),
				Replace("ANN-R05", endpointsOf("V2", "V1"))),
			roc.IDB: derive(v1.Books[roc.IDB],
				After("IDB-R04", singleContract()),
				After("IDB-R05", modeOfIdentification()),
				After("IDB-R17", countersOnFirstDay()),
				After("IDB-R19", domainOfNoContract())),
			roc.SIM: derive(v1.Books[roc.SIM], append(sharingChanges(),
				After("DRO-R07", domainOfStay()))...),
			roc.CLC: derive(v1.Books[roc.CLC], append(sharingChanges(),
				After("CLC-R03", periodRecalled()),
				After("DRO-R07", domainOfStay(), modeOfCalculation()),
				After("CLC-R06", periodRules()...),
				After("GAR-R10", limitsGoOn()),
				After("CLC-R11", countersAfterwards()))...),
			roc.DEL: derive(v1.Books[roc.DEL],
				After("DEL-R03", periodCancelled()),
				After("DEL-R06", cancellationRules()...)),
		},
	}
}

// sharingChanges are those of what SIM and CLC share.
func sharingChanges() []Change {
	return []Change{
		After("GAR-R13", participationOnce()),
		After("GAR-R15", outsideAccount()),
		After("GAR-R21", optamOfTheAMC()),
	}
}

// derive makes the book of this version. The changes are those of this file: one that names no rule
// is a fault of the program.
func derive(b Book, changes ...Change) Book {
	next, err := b.With(changes...)
	if err != nil {
		panic("amc: rulebook V2: " + err.Error())
	}
	return next
}
