package pilote

import (
	"errors"
	"strings"
	"testing"
)

func attestation() Card {
	return Card{AMCNumber: "0099000002", ConventionType: "XB", CSR: "", MemberNumber: "000 12é",
		ValidFrom: "2025-01-01", ValidTo: "2025-12-31"}
}

func TestADataMatrixGivesBackTheCard(t *testing.T) {
	for _, c := range []Card{attestation(), {AMCNumber: "1"}, {}} {
		text, err := EncodeDataMatrix(c)
		if err != nil {
			t.Fatal(err)
		}
		got, err := DecodeDataMatrix("  " + text + "\n")
		c.DataMatrix = text
		if err != nil || got != c {
			t.Errorf("%q gives %+v, %v", text, got, err)
		}
	}
}

func TestADataMatrixThatCannotBeTrustedGivesNothing(t *testing.T) {
	text, err := EncodeDataMatrix(attestation())
	if err != nil {
		t.Fatal(err)
	}
	for name, bad := range map[string]string{
		"illisible": "", "inconnue": "MIR2" + text[4:], "tronqué": text[:20], "altéré": strings.Replace(text, "XB",
			"XC", 1),
		"version": strings.ToLower(text),
	} {
		got, err := DecodeDataMatrix(bad)
		if why := new(DataMatrixError); !errors.As(err, &why) || !strings.Contains(why.Reason, name) ||
			got != (Card{}) {
			t.Errorf("%s: %+v, %v", name, got, err)
		}
	}
}

func TestWhatADataMatrixCannotHoldIsRefused(t *testing.T) {
	for _, c := range []Card{{MemberNumber: "a|b"}, {ValidTo: "31/12/2025"}} {
		if text, err := EncodeDataMatrix(c); err == nil {
			t.Errorf("%+v gives %q", c, text)
		}
	}
}

func FuzzDecodeDataMatrix(f *testing.F) {
	text, err := EncodeDataMatrix(attestation())
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{text, text[:20], "", "MIR1|||||||", "MIR1|1|||||20250230|00000000", "|"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := DecodeDataMatrix(text)
		if err != nil {
			return
		}
		again, err := EncodeDataMatrix(c)
		if err != nil || again != c.DataMatrix {
			t.Errorf("%q decodes to %+v, which encodes to %q, %v", text, c, again, err)
		}
	})
}
