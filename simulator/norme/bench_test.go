package norme_test

import (
	"encoding/xml"
	"fmt"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/norme"
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
func decodeEnvelope(n *norme.Norme, body []byte) (roc.Message, error) {
	r := xmltext.NewReader(body)
	for r.Depth() < 3 {
		if _, err := r.Next(); err != nil {
			return nil, err
		}
	}
	m, err := n.DecodeXML(r)
	if err != nil {
		return nil, err
	}
	for kind := xmltext.End; kind != xmltext.EOF; {
		if kind, err = r.Next(); err != nil {
			return nil, err
		}
	}
	return m, nil
}

// decodeStandard reads the same with encoding/xml, which checks nothing.
func decodeStandard(body []byte) error {
	var e standardEnvelope
	if err := xml.Unmarshal(body, &e); err != nil {
		return err
	}
	if len(e.Body.CLC.Lines) != 10 {
		return fmt.Errorf("read %d lines", len(e.Body.CLC.Lines))
	}
	return nil
}

// BenchmarkDecodeCheck compares reading with a full check to encoding/xml, which checks nothing, on a
// SOAP request of ten lines. The ratio is the figure to watch: machines are noisy.
func BenchmarkDecodeCheck(b *testing.B) {
	n := v1(b)
	body := envelope(asXML(b, n, normetest.ExampleCLC(10)))
	ours := func() {
		if _, err := decodeEnvelope(n, body); err != nil {
			b.Fatal(faultsOf(err))
		}
	}
	standard := func() {
		if err := decodeStandard(body); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		ours()
	}
	ofOurs, ofStandard := fastest(ours, standard)
	b.ReportMetric(float64(ofStandard)/float64(ofOurs), "times-faster-than-encoding/xml")
	b.ReportMetric(float64(len(body)), "message-bytes")
}

// fastest measures two functions in turn, so that both meet the same machine: the shortest of twenty
// rounds of twenty calls each.
func fastest(f, g func()) (ofF, ofG time.Duration) {
	clock := roc.System()
	round := func(best time.Duration, f func()) time.Duration {
		start := clock()
		for range 20 {
			f()
		}
		return min(best, clock().Sub(start))
	}
	ofF, ofG = time.Hour, time.Hour
	for range 20 {
		ofF, ofG = round(ofF, f), round(ofG, g)
	}
	return ofF, ofG
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
