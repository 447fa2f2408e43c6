package normetest

import (
	"time"

	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/roc"
)

const (
	upper     = "[0-9A-Z]"
	printable = "[!-~]"
	local     = "[0-9A-Za-z._/-]"
)

func text(pattern string) *rapid.Generator[string] { return rapid.StringMatching(pattern) }

// optional draws nothing one time in three.
func optional(g *rapid.Generator[string]) *rapid.Generator[string] {
	return rapid.OneOf(rapid.Just(""), g, g)
}

// free draws French text with markup, quotes and characters beyond the first plane in it.
func free(most int) *rapid.Generator[string] {
	letters := []rune(" aéÈœ’€<>&\"'\\/]-_0123456789ABCDEFGHIJ\u00a0\U0001F3E5")
	return rapid.StringOfN(rapid.SampledFrom(letters), 1, most, -1)
}

func oneOf[T any](values ...T) *rapid.Generator[T] { return rapid.SampledFrom(values) }

// Date draws a date between 1900 and 2100.
func Date() *rapid.Generator[roc.Date] {
	return rapid.Custom(func(t *rapid.T) roc.Date {
		return roc.NewDate(1900, time.January, 1).AddDays(rapid.IntRange(0, 73000).Draw(t, "day"))
	})
}

func optionalDate() *rapid.Generator[roc.Date] {
	return rapid.OneOf(rapid.Just(roc.Date{}), Date())
}

// Instant draws an instant with an offset of whole quarters of an hour.
func Instant() *rapid.Generator[time.Time] {
	return rapid.Custom(func(t *rapid.T) time.Time {
		at := time.Unix(rapid.Int64Range(0, 4_000_000_000).Draw(t, "seconds"), rapid.Int64Range(0,
			999_999_999).Draw(t, "nanos"))
		quarters := rapid.IntRange(-56, 56).Draw(t, "quarters")
		if quarters == 0 {
			return at.UTC()
		}
		return at.In(time.FixedZone("", quarters*900))
	})
}

// Amount draws cents, negative ones too: the norme leaves their sense to the payer.
func Amount() *rapid.Generator[roc.Cents] {
	return rapid.Custom(func(t *rapid.T) roc.Cents {
		return roc.Cents(rapid.Int64Range(-99_999_999_999, 99_999_999_999).Draw(t, "cents"))
	})
}

// UUID draws an identifier.
func UUID() *rapid.Generator[string] {
	return text("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
}

// FINESS draws a number with a valid key.
func FINESS() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return withKey(text("(99|2A|2B)[0-9]{6}").Draw(t, "body"), roc.ValidFINESS)
	})
}

// RPPS draws a number with a valid key.
func RPPS() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		return withKey(text("[0-9]{10}").Draw(t, "body"), roc.ValidRPPS)
	})
}

func withKey(body string, valid func(string) bool) string {
	for key := '0'; key <= '9'; key++ {
		if s := body + string(key); valid(s) {
			return s
		}
	}
	panic("normetest: no key makes " + body + " valid")
}

// NIR draws a number and its key, or nothing for both one time in three.
func NIR() *rapid.Generator[[2]string] {
	return rapid.Custom(func(t *rapid.T) [2]string {
		nir := optional(text("[1-8][0-9]{2}(0[1-9]|1[0-2]|[23]0|99)([0-9]{2}|2[AB])[0-9]{6}")).Draw(t, "nir")
		return [2]string{nir, roc.NIRKey(nir)}
	})
}

func amc() *rapid.Generator[string]       { return text(upper + "{8,10}") }
func reference() *rapid.Generator[string] { return text(printable + "{1,35}") }
func nda() *rapid.Generator[string]       { return text(local + "{1,20}") }

// several draws a list of at least least values; nil where it is empty.
func several[T any](least int, one *rapid.Generator[T]) *rapid.Generator[[]T] {
	return rapid.Custom(func(t *rapid.T) []T {
		list := rapid.SliceOfN(one, least, 4).Draw(t, "list")
		if len(list) == 0 {
			return nil
		}
		return list
	})
}

// maybe draws nil or a pointer.
func maybe[T any](one *rapid.Generator[T]) *rapid.Generator[*T] {
	return rapid.Ptr(one, true)
}
