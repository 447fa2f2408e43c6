package xmltext

import "github.com/roc-miroir/miroir/simulator/roc"

// The codes of roc.Unreadable that this package gives; they are stable.
const (
	malformed    = "XML_MAL_FORME"
	doctype      = "DTD_INTERDITE"
	entity       = "ENTITE_INTERDITE"
	instruction  = "INSTRUCTION_INTERDITE"
	tooDeep      = "TROP_PROFOND"
	tooManyAttrs = "TROP_D_ATTRIBUTS"
	repeatedAttr = "ATTRIBUT_REPETE"
	encoding     = "ENCODAGE"
	character    = "CARACTERE_INTERDIT"
	unbound      = "PREFIXE_INCONNU"
	trailing     = "CONTENU_APRES_RACINE"
)

func (r *Reader) fail(code, label string) error { return r.failAt(r.pos, code, label) }

func (r *Reader) failAt(pos int, code, label string) error {
	return &roc.Unreadable{Offset: int64(pos), Code: code, Label: label}
}

func (r *Reader) truncated() error {
	return r.failAt(len(r.s), malformed, "Le document est tronqué.")
}
