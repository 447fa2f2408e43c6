package scenarios

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
)

// A CaseLedger is the register of every case ever published: an id that leaves a feature stays here.
type CaseLedger struct {
	Suite string `yaml:"suite"` // calendar version of the cases
	Cases []Case `yaml:"cas"`
}

// A Case is one line of the ledger.
type Case struct {
	ID          string   `yaml:"id"`      // ROC-IDB-007: opaque, never reused
	Dossier     string   `yaml:"dossier"` // IDB-07: the case of the domain notes
	Revision    int      `yaml:"revision"`
	Title       string   `yaml:"titre"`
	Versions    []string `yaml:"versions"`  // of the norme in which the case is played: v1, v2
	Status      string   `yaml:"etat"`      // brouillon, en_revue, actif, deprecie, retire
	Hash        string   `yaml:"empreinte"` // of the normalised scenario, see Fingerprint
	Replacement string   `yaml:"remplace_par,omitempty"`
}

// ByID returns a case, nil where the ledger has none of that id.
func (l *CaseLedger) ByID(id string) *Case {
	for i := range l.Cases {
		if l.Cases[i].ID == id {
			return &l.Cases[i]
		}
	}
	return nil
}

// Ledger returns the ledger.
func Ledger() (*CaseLedger, error) {
	var l CaseLedger
	if err := read("cas.lock.yaml", &l); err != nil {
		return nil, err
	}
	return &l, nil
}

// Fingerprint hashes what a case means: its sentences, those of the background included, each with
// its family, then the keys of its examples, whose values are in the sentences already. The title,
// the tags, the layout and the choice between "Et" and a repeated keyword do not count, so that
// correcting them does not make a new revision.
func Fingerprint(steps, cells []string) string {
	h := sha256.New()
	for _, s := range steps {
		h.Write([]byte(strings.Join(strings.Fields(s), " ") + "\n"))
	}
	for _, c := range cells {
		h.Write([]byte("|" + strings.Join(strings.Fields(c), " ") + "\n"))
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
