package soap

import (
	"mime"
	"net/http"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// A Version of SOAP.
type Version int

// The two versions.
const (
	V11 Version = 11
	V12 Version = 12
)

const (
	media11 = "text/xml"
	media12 = "application/soap+xml"

	space11 = "http://schemas.xmlsoap.org/soap/envelope/"
	space12 = "http://www.w3.org/2003/05/soap-envelope"
)

// declaration opens every document that we write.
const declaration = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// versionOf returns the version whose envelope has the namespace.
func versionOf(namespace string) (v Version, known bool) {
	switch namespace {
	case space11:
		return V11, true
	case space12:
		return V12, true
	}
	return 0, false
}

// speaking returns the version in which a request of that content type wants to be answered when
// its envelope does not say.
func speaking(contentType string) Version {
	if media, _, _ := mime.ParseMediaType(contentType); media == media12 {
		return V12
	}
	return V11
}

func (v Version) namespace() string {
	if v == V12 {
		return space12
	}
	return space11
}

func (v Version) media() string {
	if v == V12 {
		return media12
	}
	return media11
}

// name is that of the journal.
func (v Version) name() string {
	if v == V12 {
		return "soap12"
	}
	return "soap11"
}

// contentType is that of what we send.
func (v Version) contentType() string { return v.media() + "; charset=utf-8" }

// guilty names who is at fault in the words of the version.
func (v Version) guilty(class roc.Kind) string {
	server := class == roc.Unavailable || class == roc.Internal
	switch {
	case v == V11 && server:
		return "Server"
	case v == V11:
		return "Client"
	case server:
		return "Receiver"
	}
	return "Sender"
}

// status is the HTTP status of a Fault: SOAP 1.1 has one, SOAP 1.2 tells the sender's mistakes.
func (v Version) status(faultCode string) int {
	if v == V12 && faultCode == "Sender" {
		return http.StatusBadRequest
	}
	return http.StatusInternalServerError
}
