// Package norme reads and writes messages in a wire format that is data, not code.
//
// A norme is one YAML file: types (base, characters, length, values, mask), groups of fields, and for
// each of the five services the elements of its request and of its reply, each with its occurrence
// and the Go field of the roc message that it fills. Parse checks the file and binds it to the Go
// structures once; from the tables that result come:
//
//   - DecodeXML and DecodeJSON, which read a message and check its whole structure in one pass;
//   - AppendXML and AppendJSON, which never write a message that the other side would have to refuse;
//   - XSD, WSDL, JSONSchema and OpenAPI, the published descriptions;
//   - MaskXML and MaskJSON, which hide what names a person.
//
// Normal use:
//
//	n, err := norme.V1() // or V2, or Load("v2")
//	m, err := n.DecodeXML(r) // *roc.Invalid: every fault of the message; *roc.Unreadable: no XML
//	body, err := n.AppendXML(nil, reply)
//
// A Norme is immutable and safe for concurrent use. The rules that link one value with another
// belong to the payer; the only one held here is the key of a NIR.
//
// A norme may extend another by named changes, each with its reason and its source: types, groups and
// fields that it adds, replaces or takes out (extend.go). V2 is V1 so changed, and nothing that reads,
// writes or describes a message knows of it; Diff lists what differs between two normes.
//
// V1 and V2 are miroir's own formats, not the official ones, which are not public; each field says its
// source.
package norme
