package xmltext_test

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/norme/xmltext"
)

// FuzzReader looks for panics and for documents that the standard library refuses and this reader
// accepts; and it compares what both read.
func FuzzReader(f *testing.F) {
	for _, seed := range []string{
		"<a/>", "<a xmlns='u' x=\"1\">x<b>&lt;&#65;</b><![CDATA[y]]><!-- z --></a>",
		"\uFEFF<?xml version='1.0'?>\r\n<p:a xmlns:p='u'/>",
		"<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "<a><b></a>", "<a>]]></a>", "<a x='1' x='2'/>",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		ours, err := textOf(body)
		if err != nil {
			return
		}
		standard, err := standardText(body)
		if err != nil && strings.Contains(err.Error(), "invalid XML name") && !ascii(body) {
			return // encoding/xml follows the fourth edition, whose names were narrower
		}
		if err != nil {
			t.Fatalf("accepted %q, which encoding/xml refuses: %v", body, err)
		}
		if ours != standard {
			t.Fatalf("%q read as %q, by encoding/xml as %q", body, ours, standard)
		}
	})
}

func ascii(body []byte) bool {
	for _, c := range body {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// textOf joins all tags and texts, but blanks between tags.
func textOf(body []byte) (string, error) {
	var b strings.Builder
	r := xmltext.NewReader(body)
	for {
		kind, err := r.Next()
		if err != nil {
			return "", err
		}
		switch kind {
		case xmltext.EOF:
			return b.String(), nil
		case xmltext.Text:
			b.WriteString(strings.Join(strings.Fields(r.Text()), " "))
		case xmltext.Start:
			b.WriteString("<" + r.Name().Local + ">")
		case xmltext.End:
			b.WriteString("</" + r.Name().Local + ">")
		}
	}
}

func standardText(body []byte) (string, error) {
	var b, text strings.Builder
	flush := func() {
		b.WriteString(strings.Join(strings.Fields(text.String()), " "))
		text.Reset()
	}
	d := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(string(body), "\uFEFF")))
	for depth := 0; ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return b.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch token := token.(type) {
		case xml.StartElement:
			flush()
			depth++
			b.WriteString("<" + token.Name.Local + ">")
		case xml.EndElement:
			flush()
			depth--
			b.WriteString("</" + token.Name.Local + ">")
		case xml.CharData:
			if depth > 0 {
				text.Write(token)
			}
		}
	}
}
