package etablissement

import (
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// firstVersion is the version of a context that names none, and of a GAP to which none is given.
const firstVersion = "V1"

// A perimeter is what a version of the norme carries.
type perimeter struct {
	version string
	domains []string
	modes   []string // of funding of the establishment
	periods bool     // a stay can be billed by periods
	profile bool     // the mode of funding decides of the rights: it is asked with them
}

// perimeters lists the versions, best first.
func perimeters() []perimeter {
	return []perimeter{
		{"V2", []string{"MCOO", "SMR", "PSY", "HAD"}, []string{"EX_DG", "EX_OQN"}, true, true},
		{firstVersion, []string{"MCOO"}, []string{"EX_DG"}, false, false},
	}
}

func perimeterOf(version string) perimeter {
	all := perimeters()
	i := slices.IndexFunc(all, func(p perimeter) bool { return p.version == version })
	if i < 0 {
		return perimeter{version: version}
	}
	return all[i]
}

// SpeaksUpTo returns the versions that a GAP of a version speaks, best first: that one and those before.
func SpeaksUpTo(version string) ([]string, error) {
	var known []string
	for _, p := range perimeters() {
		known = append(known, p.version)
	}
	i := slices.Index(known, strings.ToUpper(version))
	if i < 0 {
		return nil, unknownName("version", version, known)
	}
	return known[i:], nil
}

// spoken returns the versions in which a case can be played: that of the case and those before it,
// among those that the GAP speaks; none where it does not speak that of the case.
func spoken(versions []string, c pilote.CaseContext) []string {
	version := strings.ToUpper(c.Version)
	if version == "" {
		version = firstVersion
	}
	i := slices.Index(versions, version)
	if i < 0 {
		return nil
	}
	return versions[i:]
}

// checkVersion refuses a case of a version that the GAP does not speak.
func checkVersion(versions []string, c pilote.CaseContext) error {
	if len(spoken(versions, c)) > 0 {
		return nil
	}
	near := ""
	if name := strictyaml.Nearest(c.Version, versions); name != "" {
		near = " (le plus proche : " + name + ")"
	}
	return block("La GAP ne parle pas la version « %s » de la norme, mais %s%s.", c.Version,
		strings.Join(versions, ", "), near)
}

// carries reports whether a version of the norme has a place for the dossier: its domain, and the
// funding of its establishment.
func carries(version string, d *Dossier) bool {
	p := perimeterOf(version)
	return slices.Contains(p.domains, d.Context.Venue.Domain) &&
		(d.Context.Establishment.Mode == "" || slices.Contains(p.modes, d.Context.Establishment.Mode))
}

// versions lists those in which the dossier may travel, best first.
func (s *session) versions() []string {
	var list []string
	for _, v := range s.c.Preferred(s.spoken) {
		if s.c.Carries(v, s.d) {
			list = append(list, v)
		}
	}
	return list
}

// directory is the one address that a GAP knows beforehand: the directory of the best version.
func (s *session) directory() roc.Endpoint {
	return roc.Endpoint{Service: roc.ANN, URL: s.root() + s.binding.DirectoryPath, Version: s.spoken[0]}
}

func (s *session) root() string {
	return s.d.Context.BaseURL + "/" + strings.ToLower(s.spoken[0]) + "/"
}

// notCarried says why a dossier cannot go through ROC to an insurer that the directory knows: all that
// it offers is a version without a place for the dossier. It is empty where the dossier can.
func (s *session) notCarried(d Directory) string {
	offered := ""
	for _, v := range s.spoken {
		switch {
		case d.endpoint(roc.IDB, v, s.d.today()) == "":
		case slices.Contains(s.versions(), v):
			return ""
		case offered == "":
			offered = v
		}
	}
	if offered == "" {
		return ""
	}
	v := s.d.Context.Venue
	if !slices.Contains(perimeterOf(offered).domains, v.Domain) {
		return "L'AMC n'offre que la " + offered + " de ROC, qui ne porte pas le domaine " + v.Domain +
			" : demande de prise en charge classique."
	}
	return "L'AMC n'offre que la " + offered + " de ROC, qui ne sert pas les établissements ex-OQN :" +
		" demande de prise en charge classique."
}
