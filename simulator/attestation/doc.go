// Package attestation prints the attestation of third-party payment that a patient shows, and reads
// its DataMatrix back.
//
//	doc := attestation.Document{Card: card, Issuer: "Mutuelle Alpha", …}
//	err := doc.PDF(file, attestation.Placeholder{})
//	err = doc.PNG(file, attestation.Placeholder{})
//	card, err := attestation.Read(image, attestation.Placeholder{})
//
// The same page is drawn on two canvases, one of vectors and one of pixels; the same document gives
// the same bytes for ever. The five normalised items are printed with their labels, even when they are
// empty, the validity at the top left, on the same face as the guarantees and the DataMatrix. Every page
// says that it is a specimen with fictive data.
//
// What the DataMatrix of real attestations holds is public, how it is coded is not: a [Codec] says
// that, and the only one, [Placeholder], is ours (package pilote describes it). The real one will be
// another value of the same interface.
//
// Limits: Read finds a DataMatrix that is upright in the image, as in a scan or a screenshot, on a
// light background; a photograph taken askew must be straightened and cropped first.
package attestation
