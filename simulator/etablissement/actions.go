package etablissement

import (
	"slices"
	"strings"
	"time"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// An act is what the GAP does on one order of the agent. It returns what the agent reads.
type act struct {
	action pilote.Action
	do     func(s *session, p pilote.Parameters) (string, error)
}

// acts lists what the GAP can do, in the order of a dossier.
func acts() []act {
	return []act{
		{pilote.LireDataMatrix, onCard((*session).scan)},
		{pilote.SaisirAttestation, onCard((*session).key)},
		{pilote.ConsulterAnnuaire, onInsurer((*session).consult)},
		{pilote.ChoisirCSR, chooseCSR},
		{pilote.IdentifierDroits, onInsurer(identifyAgain)},
		{pilote.CorrigerPatient, correctPatient},
		{pilote.ConfirmerIdentite, onInsurer(confirm)},
		{pilote.Simuler, onInsurer(func(s *session, _ *Insurer) error { return s.simulate() })},
		{pilote.SaisirSortie, enterExit},
		{pilote.AjouterPrestation, addPrestation},
		{pilote.ModifierAMO, changeAMO},
		{pilote.Calculer, calculate},
		{pilote.Annuler, cancel},
		{pilote.ValiderDebitPatient, agree},
		{pilote.AjouterAMC, addInsurer},
		{pilote.ChangerAMC, changeInsurer},
		{pilote.AvancerHorloge, setClock},
		{pilote.SaisirPermission, enterLeave},
		{pilote.ChoisirOPTAM, chooseOPTAM},
	}
}

func actOf(action pilote.Action) (act, bool) {
	all := acts()
	i := slices.IndexFunc(all, func(a act) bool { return a.action == action })
	if i < 0 {
		return act{}, false
	}
	return all[i], true
}

// onCard does something with the attestation of the order, or with the one that the patient showed.
func onCard(do func(*session, pilote.Card) error) func(*session, pilote.Parameters) (string, error) {
	return func(s *session, p pilote.Parameters) (string, error) {
		if p.Card != nil {
			return "", do(s, *p.Card)
		}
		return "", do(s, s.d.Context.Card)
	}
}

func agree(s *session, _ pilote.Parameters) (string, error) { return "", s.agreeToBill() }

// onInsurer does something for the insurer of the rank given; without one, for the first that the
// patient has not left.
func onInsurer(do func(*session, *Insurer) error) func(*session, pilote.Parameters) (string, error) {
	return func(s *session, p pilote.Parameters) (string, error) {
		if err := s.captured(); err != nil {
			return "", err
		}
		rank := p.AMCRank
		if rank == 0 {
			rank = 1 + max(0, slices.IndexFunc(s.d.Insurers, func(i *Insurer) bool { return i.ClosedAt.IsZero() }))
		}
		ins, err := s.insurer(rank)
		if err != nil {
			return "", err
		}
		return "", do(s, ins)
	}
}

func identifyAgain(s *session, ins *Insurer) error {
	if err := s.replaceIdentity(ins); err != nil {
		return err
	}
	return s.identify(ins)
}

func confirm(s *session, ins *Insurer) error {
	ins.Confirmed = true
	s.d.trace("L'agent confirme l'identité malgré : " + strings.Join(ins.Differences, ", ") + ".")
	return nil
}

func chooseCSR(s *session, p pilote.Parameters) (string, error) {
	if p.Card == nil {
		return "", block("Choisissez un critère secondaire de routage.")
	}
	return onInsurer(func(s *session, ins *Insurer) error { return s.chooseCSR(ins, p.Card.CSR) })(s, p)
}

func correctPatient(s *session, p pilote.Parameters) (string, error) {
	if p.Patient == nil {
		return "", block("Aucune correction donnée.")
	}
	now, to := &s.d.Patient, p.Patient
	for _, f := range []struct {
		now *string
		to  string
	}{{&now.IPP, to.IPP}, {&now.NDA, to.NDA}, {&now.LastName, to.LastName}, {&now.FirstName, to.FirstName},
		{&now.BirthName, to.BirthName}, {&now.Sex, to.Sex}, {&now.BirthDate, to.BirthDate},
		{&now.InsuredNIR, to.InsuredNIR}, {&now.InsuredKey, to.InsuredKey}, {&now.NIR, to.NIR}, {&now.Key, to.Key}} {
		if f.to != "" {
			*f.now = f.to
		}
	}
	if to.BirthRank != 0 {
		now.BirthRank = to.BirthRank
	}
	s.d.trace("L'agent corrige l'identité.")
	return "", nil
}

func enterExit(s *session, p pilote.Parameters) (string, error) {
	switch {
	case p.Exit == nil || !isInstant(p.Exit.At):
		return "", block("La sortie s'écrit AAAA-MM-JJTHH:MM.")
	case !slices.Contains(s.d.exits(), p.Exit.Mode):
		return "", block("Mode de sortie « %s » inconnu : %s.", p.Exit.Mode, strings.Join(s.d.exits(), ", "))
	case p.Exit.At < s.d.Context.Venue.Entry:
		return "", block("La sortie (%s) précède l'entrée (%s).", dayOf(p.Exit.At).French(),
			dayOf(s.d.Context.Venue.Entry).French())
	}
	exit := *p.Exit
	s.d.Exit = &exit
	return "", nil
}

func addPrestation(s *session, p pilote.Parameters) (string, error) {
	if p.Prestation == nil {
		return "", block("Aucune prestation donnée.")
	}
	one, err := prestation(*p.Prestation)
	switch {
	case err != nil:
		return "", block("Prestation illisible : dates AAAA-MM-JJ et montants « 60.00 » attendus.")
	case one.Code == "" || one.Quantity < 1 || one.To.Before(one.From) || one.UnitPrice < 0:
		return "", block("Prestation incomplète : code, quantité, dates dans l'ordre et prix positif attendus.")
	}
	if err := checkFee(*p.Prestation); err != nil {
		return "", err
	}
	s.d.Prestations = append(s.d.Prestations, *p.Prestation)
	return "", nil
}

func changeAMO(s *session, p pilote.Parameters) (string, error) {
	if p.AMO == nil {
		return "", block("Aucune situation AMO donnée.")
	}
	now, to := &s.d.AMO, p.AMO
	for _, f := range []struct {
		now *string
		to  string
	}{{&now.Regime, to.Regime}, {&now.Caisse, to.Caisse}, {&now.Centre, to.Centre}, {&now.Nature, to.Nature},
		{&now.ExoCode, to.ExoCode}, {&now.FJPayer, to.FJPayer}} {
		if f.to != "" {
			*f.now = f.to
		}
	}
	if to.Situations != nil {
		now.Situations = to.Situations
	}
	return "", nil
}

func calculate(s *session, p pilote.Parameters) (string, error) {
	if err := s.captured(); err != nil {
		return "", err
	}
	period, err := periodOf(p.Period)
	if err != nil {
		return "", err
	}
	return s.calculate(p.AMCRank, period)
}

// enterLeave keeps whole days that the patient spends out of the stay.
func enterLeave(s *session, p pilote.Parameters) (string, error) {
	if p.Leave == nil {
		return "", block("Aucune permission donnée.")
	}
	from, err1 := roc.ParseDate(p.Leave.From)
	to, err2 := roc.ParseDate(p.Leave.To)
	entry, exit := dayOf(s.d.Context.Venue.Entry), s.d.exitDay()
	switch domain := s.d.Context.Venue.Domain; {
	case err1 != nil || err2 != nil || to.Before(from):
		return "", block("Une permission s'écrit du AAAA-MM-JJ au AAAA-MM-JJ, dans l'ordre.")
	case domain == "HAD":
		return "", block("Une hospitalisation suspend l'HAD : saisissez la sortie, l'HAD reprend par un autre séjour.")
	case domain != "SMR" && domain != "PSY":
		return "", block("Une permission se saisit pour un séjour de SMR ou de PSY.")
	case !from.After(entry) || !exit.IsZero() && !to.Before(exit):
		return "", block("Une permission tombe entre l'entrée et la sortie, jours entiers.")
	}
	s.d.Leaves = append(s.d.Leaves, *p.Leave)
	return "", nil
}

func chooseOPTAM(s *session, p pilote.Parameters) (string, error) { return "", s.chooseOPTAM(p.Choice) }

func cancel(s *session, p pilote.Parameters) (string, error) {
	return "", s.cancel(p.AMCRank, p.PeriodIndex, p.ClcID, p.Reason)
}

func addInsurer(s *session, p pilote.Parameters) (string, error) {
	if p.Card == nil {
		return "", block("Aucune attestation donnée.")
	}
	if err := s.captured(); err != nil {
		return "", err
	}
	if err := s.c.CheckCard(*p.Card); err != nil {
		return "", err
	}
	s.d.Insurers = append(s.d.Insurers, &Insurer{Card: *p.Card, State: stateNone})
	return "", nil
}

func changeInsurer(s *session, p pilote.Parameters) (string, error) {
	from, err := roc.ParseDate(p.From)
	if err != nil {
		return "", block("La date du changement s'écrit AAAA-MM-JJ.")
	}
	previous := len(s.d.Insurers)
	if message, err := addInsurer(s, p); err != nil {
		return message, err
	}
	previous = max(1, previous)
	s.c.CloseCover(s.d.Insurers[previous-1], from.AddDays(-1))
	s.d.Insurers[len(s.d.Insurers)-1].From = from
	s.d.trace("Changement d'AMC au " + from.French() + ".")
	return "", nil
}

func setClock(s *session, p pilote.Parameters) (string, error) {
	if p.Now.Before(s.d.Now) {
		return "", block("L'horloge ne recule pas.")
	}
	s.d.Now = p.Now
	s.c.WarnOfLapse(s)
	return "", nil
}

func isInstant(text string) bool {
	_, err := time.Parse(instantForm, text)
	return err == nil
}
