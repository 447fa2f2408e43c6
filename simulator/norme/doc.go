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
//	n, err := norme.V1()
//	m, err := n.DecodeXML(r) // *roc.Invalid: every fault of the message; *roc.Unreadable: no XML
//	body, err := n.AppendXML(nil, reply)
//
// A Norme is immutable and safe for concurrent use. The rules that link one value with another
// belong to the payer; the only one held here is the key of a NIR.
//
// V1 is miroir's own format, not the official one, which is not public; each field says its source.
package norme
