// Package strictyaml reads the project's data files (norme, worlds, catalogue, ledger) and forgives
// nothing: an unknown field, a missing one, a value of the wrong type, a repeated key are errors,
// all reported at once, each with file, line, field, what was expected and the nearest valid name.
//
// The Go types carry ordinary yaml tags. A field whose tag has no "omitempty" must be present in
// the file; a field tagged ",inline" lends its own fields to its parent. Types that read themselves
// from text (encoding.TextUnmarshaler) receive the scalar as written. Text that YAML would take for
// a number or a boolean must be quoted, so that no leading zero is ever lost.
//
// JSON is read too, being YAML. Anchors, aliases, merge keys and tags are refused: a data file says
// what it says, once. Nesting is bounded, so that a hostile file costs no more than its size.
package strictyaml
