package simulator

import (
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/roc-miroir/miroir/simulator/roc"
)

const codeTooLarge = "TROP_VOLUMINEUX"

// statusOfBody is the HTTP status of a body that could not be taken in, 0 for the dialect's own.
func statusOfBody(err error) int {
	var unreadable *roc.Unreadable
	if errors.As(err, &unreadable) && unreadable.Code == codeTooLarge {
		return http.StatusRequestEntityTooLarge
	}
	return 0
}

// readBody reads at most limit bytes. Nothing of a larger body is kept. The error is a *roc.Unreadable.
func readBody(r *http.Request, limit int64) ([]byte, error) {
	tooLarge := &roc.Unreadable{
		Offset: limit, Code: codeTooLarge, Label: fmt.Sprintf("Le message dépasse %d octets.", limit),
	}
	if r.ContentLength > limit {
		return nil, tooLarge
	}
	if r.ContentLength >= 0 {
		body := make([]byte, r.ContentLength)
		n, err := io.ReadFull(r.Body, body)
		return body[:n], cut(n, err)
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, limit+1))
	if int64(len(body)) > limit {
		return nil, tooLarge
	}
	return body, cut(len(body), err)
}

// cut is the fault of a body that ends before its time.
func cut(n int, err error) error {
	if err == nil || errors.Is(err, io.EOF) && n == 0 {
		return nil
	}
	return &roc.Unreadable{
		Offset: int64(n), Code: "CORPS_INTERROMPU", Label: "Le message s'est interrompu pendant sa réception.",
	}
}
