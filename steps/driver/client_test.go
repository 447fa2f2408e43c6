package driver_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/steps/driver"
)

func TestADemandSaysWhoAsksAndUntilWhen(t *testing.T) {
	var got pilote.Demand
	var path string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path = r.URL.Path
		if err := json.NewDecoder(r.Body).Decode(&got); err != nil {
			t.Error(err)
		}
		_, _ = io.WriteString(w, `{"statut":"fait"}`)
	}))
	defer server.Close()
	ctx, cancel := context.WithTimeout(t.Context(), time.Hour)
	defer cancel()
	c := &driver.Client{Base: server.URL + "/", HTTP: server.Client()}
	reply, err := c.Ask(ctx, pilote.Preparer, pilote.Demand{Case: "ROC-IDB-001"})
	if err != nil || reply.Status != pilote.Fait {
		t.Fatal(reply, err)
	}
	if path != "/pilote/v1/preparer" || got.Protocol != pilote.Protocol || got.Language != "fr" ||
		got.Deadline.IsZero() {
		t.Errorf("POST %s %+v: want the verb in the path, protocol, language and deadline", path, got)
	}
}

func TestWhatIsNotOfTheProtocolIsBroken(t *testing.T) {
	tests := map[string]struct {
		verb   pilote.Verb
		status int
		body   string
	}{
		"not found":                {pilote.Declencher, 404, "404 page not found"},
		"an error of the server":   {pilote.Declencher, 500, `{"statut":"fait"}`},
		"nothing":                  {pilote.Declencher, 200, ""},
		"a page":                   {pilote.Declencher, 200, "<html></html>"},
		"two answers":              {pilote.Declencher, 200, `{"statut":"fait"}{"statut":"fait"}`},
		"an unknown member":        {pilote.Declencher, 200, `{"statut":"fait","verdict":"conforme"}`},
		"a member given twice":     {pilote.Declencher, 200, `{"statut":"fait","statut":"impossible"}`},
		"a member in another case": {pilote.Declencher, 200, `{"Statut":"fait"}`},
		"an unknown status":        {pilote.Declencher, 200, `{"statut":"conforme"}`},
		"no status":                {pilote.Declencher, 200, `{}`},
		"no capabilities":          {pilote.Decrire, 200, `{"statut":"fait"}`},
		"no facts":                 {pilote.Collecter, 200, `{"statut":"fait"}`},
		"bytes that are not UTF-8": {pilote.Declencher, 200, "{\"statut\":\"fait\",\"message\":\"\xff\"}"},
		"too much":                 {pilote.Declencher, 200, `{"statut":"fait"}` + strings.Repeat(" ", 1<<20)},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			err := ask(t, test.verb, func(w http.ResponseWriter, _ *http.Request) {
				w.WriteHeader(test.status)
				_, _ = io.WriteString(w, test.body)
			})
			var failed *driver.Error
			if !errors.As(err, &failed) || failed.Kind != driver.Broken || failed.Verb != test.verb {
				t.Errorf("got %v, want a broken protocol", err)
			}
			if len(err.Error()) > 400 {
				t.Errorf("the error repeats %d characters", len(err.Error()))
			}
		})
	}
}

func TestSlowAndDeadDriversAreToldApart(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		<-r.Context().Done()
	}))
	c := &driver.Client{Base: server.URL, HTTP: server.Client()}
	for _, want := range []driver.Kind{driver.TooSlow, driver.Unreachable} {
		ctx, cancel := context.WithTimeout(t.Context(), 20*time.Millisecond)
		_, err := c.Ask(ctx, pilote.Terminer, pilote.Demand{})
		cancel()
		var failed *driver.Error
		if !errors.As(err, &failed) || failed.Kind != want {
			t.Errorf("got %v, want %s", err, want)
		}
		server.Close() // The second round finds nobody.
	}
}

func TestEveryStatusOfTheProtocolIsAResult(t *testing.T) {
	for _, status := range []pilote.Status{
		pilote.Fait, pilote.EnCours, pilote.RefuseProduit, pilote.NonSupporte, pilote.Impossible,
	} {
		err := ask(t, pilote.Declencher, func(w http.ResponseWriter, _ *http.Request) {
			_, _ = io.WriteString(w, `{"statut":"`+string(status)+`","constats":null}`)
		})
		if err != nil {
			t.Errorf("%s: %v", status, err)
		}
	}
}

func FuzzReply(f *testing.F) {
	seeds := []string{`{"statut":"fait"}`, `{"statut":"fait","faits":{"nda":"1"}}`, `{`, `[]`, `null`, "\xff"}
	for _, seed := range seeds {
		f.Add([]byte(seed))
	}
	answer := []byte(nil)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write(answer)
	}))
	f.Cleanup(server.Close)
	c := &driver.Client{Base: server.URL, HTTP: server.Client()}
	f.Fuzz(func(t *testing.T, body []byte) {
		answer = body
		reply, err := c.Ask(t.Context(), pilote.Collecter, pilote.Demand{})
		if err == nil && reply.Status == pilote.Fait && reply.Facts == nil {
			t.Fatalf("%q was believed", body)
		}
	})
}

func ask(t *testing.T, verb pilote.Verb, h http.HandlerFunc) error {
	t.Helper()
	server := httptest.NewServer(h)
	defer server.Close()
	_, err := (&driver.Client{Base: server.URL, HTTP: server.Client()}).Ask(t.Context(), verb, pilote.Demand{})
	return err
}
