package amc

// What a world may leave out.
const (
	clockSystem = "systeme"
	clockFrozen = "figee"

	stateActive    = "actif"
	stateSuspended = "suspendu"

	directoryDays = 30
	guaranteeDays = 365
)

// complete writes the defaults where the file says nothing, so that no rule has to know them.
func (w *World) complete() {
	or(&w.Clock.Mode, clockSystem)
	for i := range w.Establishments {
		or(&w.Establishments[i].State, stateActive)
	}
	for i := range w.AMCs {
		w.AMCs[i].complete()
	}
	for i := range w.Adhesions {
		or(&w.Adhesions[i].Option, memberOPTAM)
	}
	for i := range w.Beneficiaries {
		b := &w.Beneficiaries[i]
		or(&b.BirthRank, 1)
		for j := range b.Covers {
			or(&b.Covers[j].Kind, "INDIVIDUEL")
			or(&b.Covers[j].Level, "BASE")
			or(&b.Covers[j].Rank, 1)
		}
	}
}

func (a *AMC) complete() {
	if a.Connected == nil {
		connected := true
		a.Connected = &connected
	}
	if a.DirectoryDays == nil {
		days := directoryDays
		a.DirectoryDays = &days
	}
	if len(a.Versions) == 0 {
		a.Versions = []string{"V1"}
	}
	if len(a.Domains) == 0 {
		a.Domains = []string{"MCOO"}
	}
	if a.Debtor == nil {
		a.Debtor = &Debtor{Number: a.Number, Name: a.Name}
	}
	or(&a.GuaranteeDays, guaranteeDays)
	for i := range a.Consignes {
		if len(a.Consignes[i].Services) == 0 {
			a.Consignes[i].Services = []string{"IDB"}
		}
	}
}

func or[T comparable](field *T, value T) {
	var none T
	if *field == none {
		*field = value
	}
}
