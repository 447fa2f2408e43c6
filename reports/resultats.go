package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// writeResultats writes the campaign as indented JSON, the footer last.
func writeResultats(w io.Writer, c *Campaign) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(c)
}

// Read reads a resultats.json and refuses one that does not prove itself complete and unaltered:
// another schema, an unknown field, no footer, counts that differ from what the file holds, or a
// digest that differs. The error names every fault found.
func Read(r io.Reader) (*Campaign, error) {
	var file struct {
		*Campaign
		Footer *Footer `json:"pied"` // shadows the campaign's, to tell absent from empty
	}
	file.Campaign = new(Campaign)
	d := json.NewDecoder(r)
	d.DisallowUnknownFields()
	if err := d.Decode(&file); err != nil {
		return nil, fmt.Errorf("results file: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("results file: data after the end of the campaign")
	}
	if file.Schema != Schema {
		return nil, fmt.Errorf("results file: schema is %q, want %q", file.Schema, Schema)
	}
	if file.Footer == nil {
		return nil, errors.New("results file: no footer (pied): the run did not finish, or the file was cut")
	}
	c := file.Campaign
	c.Footer = *file.Footer
	if err := errors.Join(footerFaults(c)...); err != nil {
		return nil, fmt.Errorf("results file: the footer (pied) does not match the file:\n%w", err)
	}
	return c, nil
}

// footerFaults counts again what the footer says.
func footerFaults(c *Campaign) []error {
	var out []error
	differ := func(field string, footer, file any) {
		if footer != file {
			out = append(out, fmt.Errorf("%s: footer says %v, file holds %v", field, footer, file))
		}
	}
	checks, exchanges := 0, 0
	verdicts := map[Verdict]int{}
	for i := range c.Results {
		checks += len(c.Results[i].Checks)
		exchanges += len(c.Results[i].Exchanges)
		verdicts[c.Results[i].Verdict]++
	}
	differ("selectionnes", c.Footer.Selected, len(c.Selected))
	differ("resultats", c.Footer.Results, len(c.Results))
	differ("verifications", c.Footer.Checks, checks)
	differ("echanges", c.Footer.Exchanges, exchanges)
	for _, v := range Verdicts() {
		differ("verdicts."+string(v), c.Footer.Verdicts[v], verdicts[v])
	}
	differ("empreinte", c.Footer.Digest, digest(c))
	return out
}

// digest is the SHA-256 of the campaign in canonical form: compact JSON in the order of the model,
// keys of maps sorted, the digest itself left empty.
func digest(c *Campaign) string {
	bare := *c
	bare.Footer.Digest = ""
	h := sha256.New()
	if err := json.NewEncoder(h).Encode(&bare); err != nil {
		return "" // no value of the model fails but a year out of range, which the writers report
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}
