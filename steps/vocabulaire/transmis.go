package vocabulaire

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

// What the bench told the GAP of the patient's situation, of the venue and of its end must reach the
// AMC with every calculation and simulation. No sentence says so: each request is judged, as soon as it
// is seen, against the dossier as it stands.

// told is what the GAP knows, beyond its context, from what the agent entered in the case.
type told struct {
	amo    *pilote.AMO
	exit   *pilote.Exit
	judged int // exchanges of the case that were judged
	seen   []string
	last   map[string]string // cancelled engagement that the next calculation replaces, by receiver and period
	live   map[string]string // engagement of the last calculation, by the same
}

const toldKey = "transmis"

func toldOf(s *steps.Scene) *told {
	if t, ok := s.Memo(toldKey).(*told); ok {
		return t
	}
	t := &told{last: map[string]string{}, live: map[string]string{}}
	s.Remember(toldKey, t)
	return t
}

// heed keeps what the agent entered, once the GAP took it.
func heed(s *steps.Scene, p pilote.Parameters) {
	if s.LastReply().Status != pilote.Fait {
		return
	}
	t := toldOf(s)
	if p.Exit != nil {
		t.exit = p.Exit
	}
	if p.AMO != nil {
		amo := situation(s)
		t.amo = &pilote.AMO{Nature: cmp.Or(p.AMO.Nature, amo.Nature), ExoCode: cmp.Or(p.AMO.ExoCode, amo.ExoCode),
			FJPayer: cmp.Or(p.AMO.FJPayer, amo.FJPayer)}
	}
}

func situation(s *steps.Scene) pilote.AMO {
	if amo := toldOf(s).amo; amo != nil {
		return *amo
	}
	return s.Context().AMO
}

// inspect judges the requests that were not judged yet.
func inspect(ctx context.Context, s *steps.Scene) error {
	all, err := s.Exchanges(ctx)
	if err != nil {
		return err
	}
	t := toldOf(s)
	for _, x := range all[min(t.judged, len(all)):] {
		judgeLines(s, x)
		switch m := request(x); roc.Service(x.Service) {
		case roc.DEL:
			t.cancels(x)
		case roc.SIM:
			judgeZones(s, x, "sejour-transmis", "la GAP doit transmettre à la simulation le séjour du dossier",
				staySimulated(s))
		case roc.CLC:
			// A replay repeats the dossier of its day; what could not be read was refused as such.
			if id := m.text("idDemandeCalcul"); m != nil && !slices.Contains(t.seen, id) {
				t.seen = append(t.seen, id)
				judgeZones(s, x, "situation-transmise",
					"la GAP doit transmettre au calcul la situation AMO et la venue du dossier", venueSent(s))
				judgeReplaced(s, x, t)
			}
		}
	}
	t.judged = len(all)
	return nil
}

// A zone is one item of a request: its path in the norme and what it must hold. An item that stands for
// its default may be left out where optional.
type zone struct {
	path, want string
	optional   bool
}

// judgeZones compares a request with what the dossier says.
func judgeZones(s *steps.Scene, x admin.Exchange, slug, text string, zones []zone) {
	m := request(x)
	for _, z := range zones {
		got := m.text(z.path)
		if moment, err := time.Parse(time.RFC3339, got); err == nil {
			got = clock(moment.In(s.Context().Now.Location()))
		}
		ok := got == z.want || z.optional && got == ""
		s.Imply(slug, text, ok, z.path+" : "+quoted(z.want), z.path+" : "+quoted(got), wire(x, z.path))
	}
}

// venueSent lists what a calculation must say of the situation and of the venue. While the agent has
// entered no exit, a GAP may announce what end it likes.
func venueSent(s *steps.Scene) []zone {
	v, amo, exit := s.Context().Venue, situation(s), toldOf(s).exit
	zones := []zone{
		{path: "amo.natureAssurance", want: amo.Nature}, {path: "amo.exoneration", want: amo.ExoCode},
		{path: "amo.payeurFJ", want: amo.FJPayer}, {path: "amo.parcours", want: v.Pathway},
		{path: "venue.entree", want: v.Entry}, {path: "venue.type", want: kindSent(v.Kind)},
		{path: "venue.domaine", want: v.Domain}, {path: "venue.dmt", want: v.DMT},
	}
	if v.ViaEmergency || strings.HasPrefix(v.Kind, "URGENCE") {
		zones = append(zones, zone{path: "venue.modeEntree", want: "URGENCES"})
	} else if len(v.Before) == 0 {
		zones = append(zones, zone{path: "venue.modeEntree", want: "DOMICILE", optional: true})
	}
	if exit != nil {
		zones = append(zones, zone{path: "venue.sortie", want: exit.At})
	}
	if exit != nil && slices.Contains([]string{"DOMICILE", "TRANSFERT", "MUTATION", "DECES"}, exit.Mode) {
		zones = append(zones, zone{path: "venue.modeSortie", want: exit.Mode})
	}
	return zones
}

// kindSent is a type of venue in the words of the norme: an emergency without admission is outpatient
// care, and a crisis centre a complete hospital stay.
func kindSent(kind string) string {
	switch {
	case strings.HasPrefix(kind, "URGENCE"):
		return "ACE"
	case kind == "CRISE":
		return "HC"
	}
	return kind
}

// staySimulated lists what a simulation must say of the stay. A situation of common law may be left out.
func staySimulated(s *steps.Scene) []zone {
	v, amo := s.Context().Venue, situation(s)
	day := func(moment string) string { d, _, _ := strings.Cut(moment, "T"); return d }
	out := v.PlannedExit
	if exit := toldOf(s).exit; exit != nil {
		out = exit.At
	}
	return []zone{
		{path: "sejour.entree", want: day(v.Entry)}, {path: "sejour.sortie", want: day(out)},
		{path: "sejour.domaine", want: v.Domain}, {path: "sejour.mode", want: kindSent(v.Kind)},
		{path: "sejour.dmt", want: v.DMT, optional: true},
		{path: "sejour.natureAssurance", want: amo.Nature, optional: amo.Nature == "10"},
		{path: "sejour.exoneration", want: amo.ExoCode, optional: amo.ExoCode == "0"},
	}
}

// cancels remembers which engagement is no more.
func (t *told) cancels(x admin.Exchange) {
	id := request(x).text("idCLC")
	for key, engaged := range t.live {
		if engaged == id && id != "" && x.Result == string(roc.OK) {
			t.last[key] = id
			delete(t.live, key)
		}
	}
}

// judgeReplaced wants a calculation that follows a cancelled one to name it, for the same AMC and period.
func judgeReplaced(s *steps.Scene, x admin.Exchange, t *told) {
	m := request(x)
	key := fmt.Sprint(m.text("entete.destinataire.numeroAMC"), "/", m.text("periodeFacturation.indice"))
	if want := t.last[key]; want != "" {
		got := m.text("idCLCPrecedent")
		s.Imply("engagement-remplace", "la GAP doit citer dans le calcul l'engagement annulé qu'il remplace",
			got == want, quoted(want), quoted(got), wire(x, "idCLCPrecedent"))
	}
	delete(t.last, key)
	delete(t.live, key)
	if id := reply(x).text("idCLC"); x.Result == string(roc.Accepte) || x.Result == string(roc.Partiel) {
		t.live[key] = id
	}
}
