package pilote

import (
	"fmt"
	"hash/crc32"
	"strings"
	"time"
)

// Coding of the attestation's DataMatrix: ours, as no public document gives the real one. Fields
// are separated by "|": the version prefix, the five items of the normalised zone, the validity as
// two dates AAAAMMJJ (either may be empty), and the CRC-32 (IEEE, eight hexadecimal digits) of all
// that precedes, last separator included:
//
//	MIR1|99000001|XA||A00012345|20250101|20251231|D0A5C2B1
const (
	dataMatrixVersion = "MIR1"
	dataMatrixFields  = 8
)

// A DataMatrixError says why a DataMatrix cannot be used. Reason is a French sentence.
type DataMatrixError struct{ Reason string }

func (e *DataMatrixError) Error() string { return "unusable DataMatrix: " + e.Reason }

// EncodeDataMatrix writes a card as its DataMatrix. It refuses a separator inside an item, and a
// date that is not AAAA-MM-JJ.
func EncodeDataMatrix(c Card) (string, error) {
	items := []string{dataMatrixVersion, c.AMCNumber, c.ConventionType, c.CSR, c.MemberNumber}
	for _, item := range items {
		if strings.Contains(item, "|") {
			return "", fmt.Errorf("item %q holds a separator", item)
		}
	}
	for _, day := range []string{c.ValidFrom, c.ValidTo} {
		if day != "" {
			if _, err := time.Parse(time.DateOnly, day); err != nil {
				return "", fmt.Errorf("validity %q is not AAAA-MM-JJ", day)
			}
		}
		items = append(items, strings.ReplaceAll(day, "-", ""))
	}
	body := strings.Join(items, "|") + "|"
	return body + checksum(body), nil
}

// DecodeDataMatrix reads a DataMatrix; blanks at its ends are not part of it. The error is a
// *DataMatrixError, and no card is returned with one.
func DecodeDataMatrix(text string) (Card, error) {
	text = strings.TrimSpace(text)
	version, _, _ := strings.Cut(text, "|")
	items := strings.Split(text, "|")
	switch {
	case text == "":
		return Card{}, &DataMatrixError{"Le DataMatrix est illisible."}
	case version != dataMatrixVersion:
		return Card{}, &DataMatrixError{"La version du DataMatrix est inconnue."}
	case len(items) != dataMatrixFields:
		return Card{}, &DataMatrixError{"Le DataMatrix est tronqué."}
	case checksum(strings.TrimSuffix(text, items[7])) != items[7]:
		return Card{}, &DataMatrixError{"Le DataMatrix est altéré : sa somme de contrôle est fausse."}
	}
	from, err1 := validity(items[5])
	to, err2 := validity(items[6])
	if err1 != nil || err2 != nil {
		return Card{}, &DataMatrixError{"La période de validité du DataMatrix n'est pas une date."}
	}
	return Card{AMCNumber: items[1], ConventionType: items[2], CSR: items[3], MemberNumber: items[4],
		ValidFrom: from, ValidTo: to, DataMatrix: text}, nil
}

func checksum(s string) string { return fmt.Sprintf("%08X", crc32.ChecksumIEEE([]byte(s))) }

func validity(s string) (string, error) {
	if s == "" {
		return "", nil
	}
	day, err := time.Parse("20060102", s)
	return day.Format(time.DateOnly), err
}
