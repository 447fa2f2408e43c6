package binding

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strconv"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// MaxAnswer is the largest answer that a client reads, in bytes.
const MaxAnswer = 4 << 20

// A Sending is one message on its way to a service.
type Sending struct {
	URL    string
	Header http.Header
	Body   []byte
	Accept []string // media types in which a service may answer
}

// An Answer is what a service wrote.
type Answer struct {
	Status int
	Media  string
	Body   []byte
}

// Post sends a message once: it follows no redirect and sends nothing again. (The transport of
// net/http may open another connection where an idle one proves dead before a byte was written.)
// It returns a *roc.CallError of level Transport where no service wrote an answer.
func Post(ctx context.Context, client *http.Client, s Sending) (Answer, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, s.URL, bytes.NewReader(s.Body))
	if err != nil || req.URL.Host == "" || req.URL.Scheme != "http" && req.URL.Scheme != "https" {
		return Answer{}, transport(0, "ADRESSE", "L'adresse du service n'est pas une URL http ou https.", err)
	}
	req.Header = s.Header
	resp, err := once(client).Do(req)
	if err != nil {
		return Answer{}, noAnswer(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, MaxAnswer+1))
	a := Answer{Status: resp.StatusCode, Body: body}
	if err != nil {
		return a, transport(a.Status, "REPONSE_INTERROMPUE", "La réponse s'est arrêtée en chemin.", err)
	}
	return a, a.check(resp.Header.Get("Content-Type"), s.Accept)
}

// once returns client without its way of following redirects.
func once(client *http.Client) *http.Client {
	var c http.Client
	if client != nil {
		c = *client
	}
	c.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return &c
}

// check refuses what a gateway or a misplaced server writes.
func (a *Answer) check(contentType string, accept []string) error {
	status := strconv.Itoa(a.Status)
	var err error
	a.Media, _, err = CheckMedia(contentType, accept...)
	switch {
	case a.Status >= 300 && a.Status < 400:
		return transport(a.Status, "REDIRECTION", "Le service renvoie ailleurs (HTTP "+status+") : non suivi.", nil)
	case len(a.Body) == 0:
		return transport(a.Status, "REPONSE_VIDE", "Réponse vide (HTTP "+status+").", nil)
	case len(a.Body) > MaxAnswer:
		return transport(a.Status, "REPONSE_TROP_GROSSE", "La réponse dépasse 4 Mio.", nil)
	case err != nil:
		return transport(a.Status, "TYPE_CONTENU", fmt.Sprintf(
			"Réponse HTTP %s de type « %.80s » : ce n'est pas un service ROC qui a répondu.", status, contentType), err)
	}
	return nil
}

// noAnswer tells a call that never left from one whose fate is unknown.
func noAnswer(err error) error {
	var op *net.OpError
	var slow net.Error
	switch {
	case errors.As(err, &op) && op.Op == "dial":
		return transport(0, "CONNEXION_IMPOSSIBLE", "Le service n'est pas joignable.", err)
	case errors.As(err, &slow) && slow.Timeout():
		return transport(0, "DELAI_DEPASSE", "Le service n'a pas répondu à temps.", err)
	}
	return transport(0, "SANS_REPONSE", "La connexion s'est fermée sans réponse.", err)
}

func transport(status int, code, label string, cause error) error {
	return &roc.CallError{Level: roc.Transport, HTTPStatus: status, Code: code, Label: label, Cause: cause}
}

// NoService returns the error of an answer that has the right type and that no service wrote.
func NoService(status int, label string, cause error) error {
	return transport(status, "PAS_UN_SERVICE", label, cause)
}

// Bad returns the error of an answer that a service wrote and that cannot be used.
func Bad(status int, code, label string, cause error) error {
	return &roc.CallError{Level: roc.BadAnswer, HTTPStatus: status, Code: code, Label: label, Cause: cause}
}

// BadBody is Bad where cause, a *roc.Unreadable or a *roc.Invalid, says what is wrong.
func BadBody(status int, cause error) error {
	r := RefusalOf(cause, "")
	return &roc.CallError{
		Level: roc.BadAnswer, HTTPStatus: status, Code: r.Code, Label: r.Label, Fields: r.Faults, Cause: cause,
	}
}

// CheckReply refuses the answer to another message.
func CheckReply(status int, req roc.Request, reply roc.Reply) error {
	if reply.ReplyHeader().InReplyTo != req.RequestHeader().MessageID {
		return Bad(status, "REPONSE_A_UN_AUTRE", "La réponse ne répond pas au message envoyé.", nil)
	}
	return nil
}
