// Package strictyaml reads the project's data files (norme, worlds, catalogue, ledger) and forgives
// nothing: an unknown field, a missing one, a value of the wrong type, a repeated key are errors,
// all reported at once, each with file, line, field, what was expected and the nearest valid name.
//
// The Go types carry ordinary yaml tags. A field whose tag has no "omitempty" must be present in
// the file. JSON is read too, being YAML.
package strictyaml

import "github.com/goccy/go-yaml"

// Decode reads data into v, a pointer to a structure. The error, if any, is of type Errors.
func Decode(file string, data []byte, v any) error {
	if err := yaml.UnmarshalWithOptions(data, v, yaml.Strict()); err != nil {
		return Errors{{File: file, Message: err.Error()}}
	}
	return nil
}
