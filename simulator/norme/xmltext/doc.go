// Package xmltext reads XML the strict way that a service open to strangers needs.
//
// A Reader goes once over a body held in memory and hands out start tags, end tags and text. It
// builds no tree; names, values and text are parts of the body, so reading costs next to
// no allocation. It accepts UTF-8 (with or without a byte order mark), namespaces, comments, CDATA
// sections, the five predefined entities and character references. It refuses the rest: document
// types, other entities, processing instructions, other encodings, unbound prefixes, repeated
// attributes, anything but blanks and comments around the root, nesting deeper than MaxDepth.
//
// Normal use:
//
//	r := xmltext.NewReader(body)
//	for {
//		kind, err := r.Next() // Start, End, Text; EOF once the document is complete
//		…
//	}
//
// Every error is a *roc.Unreadable with the byte offset at which reading stopped, and stays.
//
// Sources: XML 1.0 fifth edition, Namespaces in XML 1.0; SOAP forbids document types and
// processing instructions in messages.
package xmltext
