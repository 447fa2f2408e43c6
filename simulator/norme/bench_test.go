package norme_test

import (
	"encoding/xml"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/norme/normetest"
	"github.com/roc-miroir/miroir/simulator/norme/xmltext"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// envelope puts a message in a SOAP 1.1 envelope, indented as people's tools write it.
func envelope(message []byte) []byte {
	return []byte(`<?xml version="1.0" encoding="UTF-8"?>` + "\n" +
		`<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">` + "\n  <soap:Body>" +
		string(message) + "</soap:Body>\n</soap:Envelope>\n")
}

// decodeEnvelope reads a message inside an envelope, as the SOAP binding does.
func decodeEnvelope(t testing.TB, body []byte) roc.Message {
	r := xmltext.NewReader(body)
	for r.Depth() < 3 {
		if _, err := r.Next(); err != nil {
			t.Fatal(err)
		}
	}
	m, err := v1(t).DecodeXML(r)
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	for {
		kind, err := r.Next()
		if err != nil {
			t.Fatal(err)
		}
		if kind == xmltext.EOF {
			return m
		}
	}
}

// BenchmarkDecodeCheck compares reading with a full check to encoding/xml, which checks nothing, on a
// SOAP request of ten lines. The ratio is the figure to watch: machines are noisy.
func BenchmarkDecodeCheck(b *testing.B) {
	message, err := v1(b).AppendXML(nil, normetest.ExampleCLC(10))
	if err != nil {
		b.Fatal(err)
	}
	body := envelope(message)
	b.ReportAllocs()
	for b.Loop() {
		decodeEnvelope(b, body)
	}
	ours, standard := fastest(func() { decodeEnvelope(b, body) }, func() { unmarshalStandard(b, body) })
	b.ReportMetric(float64(standard)/float64(ours), "times-faster-than-encoding/xml")
	b.ReportMetric(float64(len(body)), "message-bytes")
}

func BenchmarkEncodingXMLUnmarshal(b *testing.B) {
	message, err := v1(b).AppendXML(nil, normetest.ExampleCLC(10))
	if err != nil {
		b.Fatal(err)
	}
	body := envelope(message)
	b.ReportAllocs()
	for b.Loop() {
		unmarshalStandard(b, body)
	}
}

func BenchmarkEncode(b *testing.B) {
	n, request := v1(b), normetest.ExampleCLC(10)
	dst := make([]byte, 0, 8192)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := n.AppendXML(dst, request); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecodeJSON(b *testing.B) {
	n := v1(b)
	body, err := n.AppendJSON(nil, normetest.ExampleCLC(10))
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := n.DecodeJSON(roc.CLC, false, body); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkEncodeJSON(b *testing.B) {
	n, request := v1(b), normetest.ExampleCLC(10)
	dst := make([]byte, 0, 8192)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := n.AppendJSON(dst, request); err != nil {
			b.Fatal(err)
		}
	}
}

// fastest measures two functions in turn, so that both meet the same machine: the shortest of ten
// rounds of fifty calls each.
func fastest(f, g func()) (ofF, ofG time.Duration) {
	round := func(best time.Duration, f func()) time.Duration {
		start := time.Now()
		for range 50 {
			f()
		}
		return min(best, time.Since(start))
	}
	ofF, ofG = time.Hour, time.Hour
	for range 10 {
		ofF, ofG = round(ofF, f), round(ofG, g)
	}
	return ofF, ofG
}

func unmarshalStandard(b *testing.B, body []byte) {
	var e standardEnvelope
	if err := xml.Unmarshal(body, &e); err != nil || len(e.Body.CLC.Lines) != 10 {
		b.Fatal(err, len(e.Body.CLC.Lines))
	}
}
