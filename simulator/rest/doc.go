// Package rest speaks the services in JSON over HTTP: one address per service, the message of the
// norme as the body, RFC 9457 problem documents for what cannot be served.
//
// Server reads requests and makes the Responder that answers in JSON. Client calls a service and
// brings back its reply, or a *roc.CallError.
//
// A business refusal (rights closed, unknown beneficiary) is an ordinary reply, HTTP 200. A problem
// document says that no service was given: its type is urn:miroir:probleme:<CODE>, its title is
// French, its instance names the journal entry, its errors hold a JSON Pointer for each place.
//
// Limits: UTF-8 only; the caller bounds the size of the body. The JSON format is miroir's own.
package rest
