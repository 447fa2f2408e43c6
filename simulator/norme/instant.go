package norme

import (
	"time"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// parseInstant reads AAAA-MM-JJThh:mm:ss, an optional fraction of a second of nine digits at most,
// and Z or an offset of fourteen hours at most. Hour 24 and second 60 are refused.
func parseInstant(s string) (time.Time, bool) {
	if len(s) < len("2006-01-02T15:04:05Z") || s[10] != 'T' || s[13] != ':' || s[16] != ':' {
		return time.Time{}, false
	}
	day, err := roc.ParseDate(s[:10])
	hour, ok1 := twoDigits(s, 11, 23)
	minute, ok2 := twoDigits(s, 14, 59)
	second, ok3 := twoDigits(s, 17, 59)
	nanos, i := fraction(s, 19)
	zone, ok4 := offset(s[i:])
	if err != nil || !ok1 || !ok2 || !ok3 || i == 20 || !ok4 {
		return time.Time{}, false
	}
	seconds := day.Time().Unix() + int64(hour*3600+minute*60+second-zone)
	t := time.Unix(seconds, int64(nanos))
	if zone == 0 {
		return t.UTC(), true
	}
	return t.In(time.FixedZone("", zone)), true
}

func twoDigits(s string, i, most int) (n int, ok bool) {
	if !isDigit(s[i]) || !isDigit(s[i+1]) {
		return 0, false
	}
	n = int(s[i]-'0')*10 + int(s[i+1]-'0')
	return n, n <= most
}

// fraction reads ".123" at i and returns the index after it; a point with no digit ends at 20.
func fraction(s string, i int) (nanos, end int) {
	if s[i] != '.' {
		return 0, i
	}
	unit := int(time.Second)
	for i++; i < len(s) && isDigit(s[i]) && unit > 1; i++ {
		unit /= 10
		nanos += int(s[i]-'0') * unit
	}
	return nanos, i
}

// offset reads "Z", "+02:00" or "-14:00" as seconds.
func offset(s string) (seconds int, ok bool) {
	if s == "Z" {
		return 0, true
	}
	if len(s) != len("+02:00") || s[0] != '+' && s[0] != '-' || s[3] != ':' {
		return 0, false
	}
	hours, ok1 := twoDigits(s, 1, 14)
	minutes, ok2 := twoDigits(s, 4, 59)
	seconds = hours*3600 + minutes*60
	if s[0] == '-' {
		seconds = -seconds
	}
	return seconds, ok1 && ok2 && (hours < 14 || minutes == 0)
}
