package reports

import (
	"bytes"
	"encoding/json"
	"strings"
)

// pretty lays out a JSON or XML body for reading; anything else is left as it is. It never fails:
// a body that is not what it looks like is evidence too.
func pretty(body string) string {
	trimmed := strings.TrimSpace(body)
	switch {
	case strings.HasPrefix(trimmed, "{"), strings.HasPrefix(trimmed, "["):
		var b bytes.Buffer
		if json.Indent(&b, []byte(trimmed), "", "  ") == nil {
			return b.String()
		}
	case strings.HasPrefix(trimmed, "<") && !strings.Contains(trimmed, "\n"):
		return prettyXML(trimmed)
	}
	return body
}

// prettyXML puts every element that holds elements on its own lines. It works on the text, so that
// what is shown is what was sent, to the white space between elements.
func prettyXML(s string) string {
	var b strings.Builder
	depth := 0
	for i, part := range strings.SplitAfter(strings.ReplaceAll(s, "><", ">\x00<"), "\x00") {
		part = strings.TrimSuffix(part, "\x00")
		closing := strings.HasPrefix(part, "</")
		if closing {
			depth = max(0, depth-1)
		}
		if i > 0 {
			b.WriteString("\n" + strings.Repeat("  ", min(depth, 32)))
		}
		b.WriteString(part)
		opens := !closing && !strings.HasSuffix(part, "/>") && !strings.HasPrefix(part, "<?") &&
			!strings.HasPrefix(part, "<!") && !strings.Contains(part, "</")
		if opens {
			depth++
		}
	}
	return b.String()
}
