package norme

import (
	"reflect"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// missing reports the mandatory fields that were not seen; names are those of the dialect.
func (f *faults) missing(g *group, seen uint64, names []string) {
	absent := g.required &^ seen
	for i := 0; absent != 0; i, absent = i+1, absent>>1 {
		if absent&1 != 0 {
			f.addAt(names[i], codeMissing, "Cet élément est obligatoire.")
		}
	}
}

// nirKeys checks each NIR of the group with its key: both or neither, and the key must be right.
func (f *faults) nirKeys(g *group, v reflect.Value, seen uint64, names []string) {
	for _, pair := range g.keys {
		hasNIR, hasKey := seen&(1<<pair.nir) != 0, seen&(1<<pair.key) != 0
		switch {
		case hasNIR && !hasKey && g.required&(1<<pair.key) == 0:
			f.addAt(names[pair.key], codeMissing, "La clé est obligatoire quand le NIR est donné.")
		case hasKey && !hasNIR && g.required&(1<<pair.nir) == 0:
			f.addAt(names[pair.nir], codeMissing, "Le NIR est obligatoire quand sa clé est donnée.")
		case hasNIR && hasKey:
			nir := v.Field(g.fields[pair.nir].index).String()
			key := v.Field(g.fields[pair.key].index).String()
			if nir != "" && key != "" && roc.NIRKey(nir) != key { // an ill-formed one is reported already
				f.addAt(names[pair.key], codeNIRKey, "La clé ne correspond pas au NIR.")
			}
		}
	}
}
