// Package binding holds what the two bindings of the services, SOAP and JSON, have in common, so
// that they differ in dialect only.
//
// A Refusal is the one value from which a SOAP Fault and a problem document are both written:
// what was wrong, where, with which code. CheckMedia reads a Content-Type, and Post sends one
// message and brings back what a service wrote, or a *roc.CallError that says why nothing did.
//
// Limits: Post sends a message once. Whether to send it again is the hospital's decision, since a
// calculation whose answer was lost may have been made.
package binding
