package reports

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// keyGap is how many bytes may stand between a NIR and its key: enough for the end of an element
// and the start of the next, or for a JSON name.
const keyGap = 40

// MaskNIR replaces by asterisks every NIR of s that its key confirms, written in one piece or in
// groups, the key beside it or in the next field. It is a safety net: texts arrive here already
// masked by the norme's table, which knows every personal field; this one knows only what a NIR
// looks like.
func MaskNIR(s string) string {
	var out []byte
	for i := 0; i < len(s); i++ {
		if s[i] < '1' || s[i] > '8' || i > 0 && isDigit(s[i-1]) {
			continue
		}
		nir, end := readNIR(s, i)
		if nir == "" {
			continue
		}
		key := readKey(s, end)
		if key < 0 || s[key:key+2] != nirKey(nir) || inDigest(s, i) {
			continue
		}
		if out == nil {
			out = []byte(s)
		}
		star(out[i:end])
		star(out[key : key+2])
		i = key + 1
	}
	if out == nil {
		return s
	}
	return string(out)
}

// readNIR reads thirteen characters from i, with at most one separator between two groups (sex,
// year, month, department, town, order). It returns them and where they end.
func readNIR(s string, i int) (nir string, end int) {
	var b strings.Builder
	for _, size := range [...]int{1, 2, 2, 2, 3, 3} {
		if b.Len() > 0 {
			i += separator(s[i:])
		}
		if i+size > len(s) {
			return "", 0
		}
		b.WriteString(s[i : i+size])
		i += size
	}
	if nir = b.String(); !plausible(nir) {
		return "", 0
	}
	return nir, i
}

// plausible wants digits, a month that exists or stands for one, and 2A or 2B for Corsica only.
func plausible(nir string) bool {
	for i := range len(nir) {
		corsica := i == 6 && nir[5] == '2' && (nir[6] == 'A' || nir[6] == 'B')
		if !isDigit(nir[i]) && !corsica {
			return false
		}
	}
	month := nir[3:5]
	return month >= "01" && month <= "12" || month >= "20" && month <= "42" || month >= "50"
}

// nirKey is 97 minus the number modulo 97, 2A counting as 19 and 2B as 18.
func nirKey(nir string) string {
	n, err := strconv.ParseInt(strings.NewReplacer("2A", "19", "2B", "18").Replace(nir), 10, 64)
	if err != nil {
		return ""
	}
	key := strconv.FormatInt(97-n%97, 10)
	return strings.Repeat("0", 2-len(key)) + key
}

// readKey finds the first two digits after i that stand alone, or -1.
func readKey(s string, i int) int {
	for j := i; j < len(s)-1 && j <= i+keyGap; j++ {
		if !isDigit(s[j]) {
			continue
		}
		if isDigit(s[j+1]) && (j+2 == len(s) || !isDigit(s[j+2])) {
			return j
		}
		return -1
	}
	return -1
}

// separator returns the length of the separator that starts s, 0 where there is none.
func separator(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if strings.ContainsRune(" .-/\u00a0\u202f", r) {
		return size
	}
	return 0
}

// inDigest reports whether position i is inside a long hexadecimal word, where a run of digits
// means nothing.
func inDigest(s string, i int) bool {
	hex := func(r rune) bool { return r >= '0' && r <= '9' || r >= 'a' && r <= 'f' }
	left := len(s[:i]) - len(strings.TrimRightFunc(s[:i], hex))
	right := len(s[i:]) - len(strings.TrimLeftFunc(s[i:], hex))
	return left+right >= 32
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func star(b []byte) {
	for i, c := range b {
		if isDigit(c) || c == 'A' || c == 'B' {
			b[i] = '*'
		}
	}
}
