package vocabulaire

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/steps"
)

// A message is a request or a reply in canonical JSON, read by the names of the norme. What is not
// there reads as empty: an obligation compares values, it does not check structure.
type message map[string]any

func request(x admin.Exchange) message { return decode(x.Request) }

func reply(x admin.Exchange) message { return decode(x.Reply) }

func decode(raw json.RawMessage) message {
	var m message
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber()
	if d.Decode(&m) != nil { // A request that could not be read has no names to look at.
		return nil
	}
	return m
}

// at walks a path of names: "patient.beneficiaire.nirAssure".
func (m message) at(path string) any {
	var v any = map[string]any(m)
	for _, name := range strings.Split(path, ".") {
		group, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = group[name]
	}
	return v
}

// text returns the value at a path as it is written, empty where there is none.
func (m message) text(path string) string {
	switch v := m.at(path).(type) {
	case string:
		return v
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// amount returns the amount at a path, zero where there is none.
func (m message) amount(path string) (roc.Cents, error) {
	text := m.text(path)
	if text == "" {
		return 0, nil
	}
	c, err := roc.ParseCents(text)
	if err != nil {
		return 0, fmt.Errorf("« %s » n'est pas un montant : %q", path, text)
	}
	return c, nil
}

// list returns the messages at a path.
func (m message) list(path string) []message {
	items, _ := m.at(path).([]any)
	var list []message
	for _, item := range items {
		if group, ok := item.(map[string]any); ok {
			list = append(list, group)
		}
	}
	return list
}

// of returns the exchanges of a service, oldest first.
func of(ctx context.Context, s *steps.Scene, svc roc.Service) ([]admin.Exchange, error) {
	all, err := s.Exchanges(ctx)
	var list []admin.Exchange
	for _, x := range all {
		if x.Service == string(svc) {
			list = append(list, x)
		}
	}
	return list, err
}

// nth returns the exchange of a service at a place, from 0.
func nth(ctx context.Context, s *steps.Scene, svc roc.Service, n int) (admin.Exchange, bool, error) {
	list, err := of(ctx, s, svc)
	if err != nil || n >= len(list) {
		return admin.Exchange{}, false, err
	}
	return list[n], true, nil
}

// wire says where in the exchanges an evidence stands.
func wire(x admin.Exchange, path string) string {
	return fmt.Sprintf("échange %d (%s), demande, %s", x.Seq, x.Service, path)
}

func wireReply(x admin.Exchange) string {
	return fmt.Sprintf("échange %d (%s), réponse", x.Seq, x.Service)
}

// Other places where evidence stands.
const (
	dossier = "dossier affiché par la GAP"
	journal = "journal des échanges du cas"
)
