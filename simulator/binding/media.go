package binding

import (
	"mime"
	"slices"
	"strings"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// CheckMedia reads a Content-Type. The media type must be one of want and the charset, where one
// is given, UTF-8. The parameters are returned by lower-case name.
func CheckMedia(contentType string, want ...string) (media string, params map[string]string, err error) {
	media, params, err = mime.ParseMediaType(contentType)
	if err != nil || !slices.Contains(want, media) {
		return "", nil, &roc.Unreadable{
			Code:  "TYPE_CONTENU",
			Label: "Le type de contenu doit être " + strings.Join(want, " ou ") + ".",
		}
	}
	if charset, given := params["charset"]; given && !strings.EqualFold(charset, "utf-8") {
		return "", nil, &roc.Unreadable{
			Code:  "ENCODAGE",
			Label: "Le message doit être encodé en UTF-8 et le type de contenu le dire ou se taire.",
		}
	}
	return media, params, nil
}
