package interop_test

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// badRequests are requests that get a Fault, by what is wrong; SPACE stands for the namespace of
// the envelope.
func badRequests() map[string]string {
	const (
		open = `<s:Envelope xmlns:s="SPACE">`
		body = `<s:Body><CalculDemande xmlns="urn:miroir:roc:v1"/>`
		end  = `</s:Body></s:Envelope>`
		must = `<s:Header><w:a xmlns:w="urn:w" s:mustUnderstand="1"/></s:Header>`
	)
	return map[string]string{
		"truncated":         open + body,
		"invalid":           open + body + end,
		"service-elsewhere": open + strings.ReplaceAll(body, "Calcul", "ConsultationAnnuaire") + end,
		"unknown-message":   open + strings.ReplaceAll(body, "Calcul", "X") + end,
		"two-messages":      open + body + body + end,
		"header-block":      open + must + body + end,
		"document-type":     "<!DOCTYPE a>" + open + body + end,
		"other-version":     `<s:Envelope xmlns:s="urn:other">` + body + end,
	}
}

func TestEveryFaultThatWeEmitIsValid(t *testing.T) {
	b := start(t)
	v := newValidator(t, b)
	addresses := map[string]string{"amc": b.address("amc"), "no-world": b.services.URL + "/m/perdu/v1/amc"}
	for _, d := range []struct{ binding, space, media string }{
		{"soap11", "http://schemas.xmlsoap.org/soap/envelope/", "text/xml"},
		{"soap12", "http://www.w3.org/2003/05/soap-envelope", "application/soap+xml"},
	} {
		for name, body := range badRequests() {
			for where, url := range addresses {
				fault := faultOf(t, url, d.media, strings.Replace(body, "SPACE", d.space, 1))
				file := v.write(t, strings.Join([]string{d.binding, name, where, "xml"}, "."), fault)
				v.files[d.binding] = append(v.files[d.binding], file)
			}
		}
	}
	v.check(t, len(addresses)*len(badRequests()))
}

// faultOf posts a body that must be refused and returns the answer.
func faultOf(t *testing.T, url, media, body string) []byte {
	t.Helper()
	resp, err := http.Post(url, media, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	answer, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode < http.StatusBadRequest {
		t.Errorf("HTTP %d, %v for\n%s", resp.StatusCode, err, body)
	}
	return answer
}
