package xmltext

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxReference is the length of the longest reference worth reading: "&#x0010FFFF;".
const maxReference = 12

// reference appends the character that a reference at r.pos stands for.
func (r *Reader) reference() error {
	head := r.s[r.pos:min(len(r.s), r.pos+maxReference)]
	semicolon := strings.IndexByte(head, ';')
	if semicolon < 0 {
		if len(head) > 1 && nameClass[head[1]]&nameStart != 0 {
			return r.fail(entity, "Seules les entités lt, gt, amp, apos et quot sont admises.")
		}
		return r.fail(malformed, "« & » doit s'écrire « &amp; ».")
	}
	c, err := r.referred(head[1:semicolon])
	if err != nil {
		return err
	}
	r.scratch = utf8.AppendRune(r.scratch, c)
	r.pos += semicolon + 1
	return nil
}

func (r *Reader) referred(name string) (rune, error) {
	switch name {
	case "lt":
		return '<', nil
	case "gt":
		return '>', nil
	case "amp":
		return '&', nil
	case "apos":
		return '\'', nil
	case "quot":
		return '"', nil
	}
	number, numeric := strings.CutPrefix(name, "#")
	if !numeric {
		return 0, r.fail(entity, "Seules les entités lt, gt, amp, apos et quot sont admises.")
	}
	base := 10
	if hex, ok := strings.CutPrefix(number, "x"); ok {
		number, base = hex, 16
	}
	n, err := strconv.ParseUint(number, base, 32)
	if err != nil || n > utf8.MaxRune || !isChar(rune(n)) {
		return 0, r.fail(character, "Cette référence ne désigne aucun caractère permis.")
	}
	return rune(n), nil
}
