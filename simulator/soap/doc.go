// Package soap speaks the services in SOAP 1.1 and 1.2 over HTTP (document/literal): the message
// of the norme is the only child of the Body, a Fault says what cannot be served.
//
// Server reads requests and makes the Responder that answers in the version of the request. Client
// calls a service in the version asked and brings back its reply, or a *roc.CallError.
//
// The version is that of the envelope's namespace; the content type and the action must agree with
// the message. No header block is known: one that must be understood is refused. A business
// refusal is an ordinary reply. The detail of a Fault is the element erreurs of the norme: path
// (XPath), code and French label of each error, and the journal entry.
//
// Limits: UTF-8 only, no attachments, no WS-Addressing, no WS-Security; the caller bounds the size
// of the body. Sources: SOAP 1.1 (W3C Note, 2000), SOAP 1.2 parts 1 and 2 (2007), WS-I Basic
// Profile 1.1 for what the first leaves open.
package soap
