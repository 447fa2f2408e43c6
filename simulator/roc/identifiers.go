package roc

// ValidNIR reports whether nir has the 13 characters of a NIR: digits, but for the department
// that may be 2A or 2B, and a month that exists (01-12) or stands for one (20-42, 50-99, or 55
// in the provisional agricultural numbers). Source: domain, identifiers, NIR.
func ValidNIR(nir string) bool {
	if len(nir) != 13 || nir[0] == '0' || nir[0] == '9' {
		return false
	}
	for i := 0; i < 13; i++ {
		corsican := i == 6 && (nir[6] == 'A' || nir[6] == 'B') && nir[5] == '2'
		if nir[i]-'0' > 9 && !corsican {
			return false
		}
	}
	month, _ := digits(nir[3:5])
	return month >= 1 && month <= 12 || month >= 20 && month <= 42 || month >= 50
}

// NIRKey returns the two digits of control of a valid NIR: 97 minus the number modulo 97, where
// 2A counts as 19 and 2B as 18. It returns nothing for a NIR that is not valid.
func NIRKey(nir string) string {
	if !ValidNIR(nir) {
		return ""
	}
	n := 0
	for i := 0; i < 13; i++ {
		switch nir[i] {
		case 'A': // 2A becomes 19: the 2 already counted becomes a 1
			n = (n-1)*10 + 9
		case 'B':
			n = (n-1)*10 + 8
		default:
			n = n*10 + int(nir[i]-'0')
		}
	}
	key := 97 - n%97
	return string([]byte{byte('0' + key/10), byte('0' + key%10)})
}

// ValidFINESS reports whether s is a FINESS number: nine characters whose last is the Luhn key,
// the Corsican letters of the department counting A as 1 and B as 2.
func ValidFINESS(s string) bool {
	return len(s) == 9 && (isDigits(s) || s[0] == '2' && (s[1] == 'A' || s[1] == 'B') && isDigits(s[2:])) && luhn(s)
}

// ValidRPPS reports whether s is an RPPS number: ten digits and a Luhn key.
func ValidRPPS(s string) bool { return len(s) == 11 && isDigits(s) && luhn(s) }

func isDigits(s string) bool {
	_, ok := digits(s)
	return ok
}

func luhn(s string) bool {
	sum := 0
	for i := len(s) - 1; i >= 0; i-- {
		d := int(s[i] - '0')
		if d > 9 { // A or B
			d = int(s[i]-'A') + 1
		}
		if (len(s)-i)%2 == 0 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0
}
