package reports

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// copied returns a deep copy of v in which invalid UTF-8 was replaced. The copy goes through JSON,
// so v must be a value that JSON carries whole.
func copied[T any](v *T) (*T, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return nil, fmt.Errorf("copy %T: %w", v, err)
	}
	clone := new(T)
	if err := json.Unmarshal(data, clone); err != nil {
		return nil, fmt.Errorf("copy %T: %w", v, err)
	}
	return clone, nil
}

// maskValue masks in place every string that v reaches. Keys of maps are names of ours.
func maskValue(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			maskValue(v.Elem())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			maskValue(v.Field(i))
		}
	case reflect.Slice:
		for i := range v.Len() {
			maskValue(v.Index(i))
		}
	case reflect.String:
		if v.CanSet() { // not inside time.Time
			v.SetString(MaskNIR(v.String()))
		}
	}
}

// publishable returns the copy of c that may leave: valid text everywhere, masked unless masking
// was switched off by hand, which every artefact then says, and with the digest of what it holds.
func publishable(c *Campaign) (*Campaign, error) {
	clean, err := copied(c)
	if err != nil {
		return nil, err
	}
	if c.Settings.Masked {
		maskValue(reflect.ValueOf(clean))
	}
	clean.Footer.Digest = digest(clean)
	return clean, nil
}
