package norme

import (
	"bytes"
	"fmt"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// MaskJSON returns a message, as AppendJSON writes it, with its personal values hidden. What the norme
// does not know is hidden whole; a document that is no JSON is an error.
func (n *Norme) MaskJSON(s roc.Service, reply bool, doc []byte) ([]byte, error) {
	m := n.message(s, reply)
	if m == nil {
		return nil, fmt.Errorf("norme %s has no service %q", n.Version(), s)
	}
	h := &hider{dec: jsontext.NewDecoder(bytes.NewBuffer(doc), jsontext.AllowDuplicateNames(true))}
	if err := h.value(&field{group: m.group}); err != nil {
		return nil, fmt.Errorf("mask: %w", err)
	}
	return h.dst, nil
}

type hider struct {
	dec *jsontext.Decoder
	dst []byte
}

// value copies the next value; f is its field, nil where the norme has none.
func (h *hider) value(f *field) error {
	switch h.dec.PeekKind() {
	case '{':
		return h.object(f)
	case '[':
		return h.list(f)
	}
	raw, err := h.dec.ReadValue()
	if err != nil {
		return err
	}
	if f != nil && f.scalar != nil && f.mask == maskNone {
		h.dst = append(h.dst, raw...)
		return nil
	}
	m, text := maskAll, []byte(raw)
	if f != nil && f.scalar != nil {
		m = f.mask
	}
	if raw.Kind() == '"' {
		if text, err = jsontext.AppendUnquote(nil, raw); err != nil {
			return err
		}
	}
	h.dst, err = jsontext.AppendQuote(h.dst, m.hide(nil, string(text)))
	return err
}

func (h *hider) object(f *field) error {
	if _, err := h.dec.ReadToken(); err != nil {
		return err
	}
	h.dst = append(h.dst, '{')
	for first := true; h.dec.PeekKind() != '}'; first = false {
		if !first {
			h.dst = append(h.dst, ',')
		}
		name, err := h.dec.ReadToken()
		if err != nil {
			return err
		}
		inner := f.member(name.String())
		if h.dst, err = jsontext.AppendQuote(h.dst, shownMember(inner, name.String())); err != nil {
			return err
		}
		h.dst = append(h.dst, ':')
		if err := h.value(inner); err != nil {
			return err
		}
	}
	h.dst = append(h.dst, '}')
	_, err := h.dec.ReadToken()
	return err
}

// member finds a member of a group by its JSON name.
func (f *field) member(name string) *field {
	if f == nil || f.group == nil {
		return nil
	}
	if i := indexOf(f.group.jsonNames, name); i >= 0 {
		return &f.group.fields[i]
	}
	return nil
}

func shownMember(known *field, name string) string {
	if known != nil {
		return name
	}
	return shown(name)
}

func (h *hider) list(f *field) error {
	if _, err := h.dec.ReadToken(); err != nil {
		return err
	}
	h.dst = append(h.dst, '[')
	for first := true; h.dec.PeekKind() != ']'; first = false {
		if !first {
			h.dst = append(h.dst, ',')
		}
		if err := h.value(f); err != nil {
			return err
		}
	}
	h.dst = append(h.dst, ']')
	_, err := h.dec.ReadToken()
	return err
}
