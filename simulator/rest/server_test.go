package rest_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/roc-miroir/miroir/simulator/norme"
	"github.com/roc-miroir/miroir/simulator/rest"
	"github.com/roc-miroir/miroir/simulator/roc"
)

const (
	entry   = "E-000042"
	askedID = "0b6c7a2e-6a55-4c2d-9a6e-6f2f6f7e0001"
)

// annuaire is a good request to the directory.
const annuaire = `{"entete":{"idMessage":"` + askedID + `","envoyeLe":"2026-03-02T09:00:00+01:00",` +
	`"emetteur":{"finessEJ":"999000011","finessEG":"990000101",` +
	`"logiciel":{"editeur":"Éditeur","produit":"GAP","version":"1.0"}},"versionNorme":"V1","test":true},` +
	`"numeroAMC":"99000001","contexte":"SEJOUR","dateReference":"2026-03-02"}`

func v1(tb testing.TB) *norme.Norme {
	tb.Helper()
	n, err := norme.V1()
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

// annReply is a good answer to the message asked.
func annReply(asked string) *roc.ANNReply {
	return &roc.ANNReply{
		Header: roc.ReplyHeader{
			MessageID: "0b6c7a2e-6a55-4c2d-9a6e-6f2f6f7e0002", InReplyTo: asked,
			SentAt: time.Date(2026, 3, 2, 9, 0, 1, 0, time.UTC), NormVersion: "V1",
		},
		Status: roc.Status{Result: roc.Inconnu, Code: "A01", Label: roc.LabelOf("A01"), Group: "A"},
	}
}

// directory serves the directory on a real socket.
func directory(t *testing.T) *httptest.Server {
	t.Helper()
	srv := rest.Server{Norme: v1(t)}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		req, answer, err := srv.Read(roc.ANN, r, body)
		resp := answer.Refuse(err, entry)
		if err == nil {
			if resp, err = answer.Reply(annReply(req.RequestHeader().MessageID)); err != nil {
				t.Error(err)
			}
		}
		w.Header().Set("Content-Type", resp.ContentType)
		w.WriteHeader(resp.Status)
		_, _ = w.Write(resp.Body)
	}))
	t.Cleanup(s.Close)
	return s
}

// A document is a problem, or a reply, as an independent reader sees it.
type document struct {
	Type     string `json:"type"`
	Title    string `json:"title"`
	Status   int    `json:"status"`
	Instance string `json:"instance"`
	Errors   []struct {
		Pointer string `json:"pointer"`
		Code    string `json:"code"`
		Detail  string `json:"detail"`
	} `json:"errors"`
	Statut struct {
		Code string `json:"code"`
	} `json:"statut"`
}

func post(t *testing.T, url, contentType, body string) (*http.Response, document) {
	t.Helper()
	resp, err := http.Post(url, contentType, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var d document
	if err := json.NewDecoder(resp.Body).Decode(&d); err != nil {
		t.Fatal(err)
	}
	return resp, d
}

func TestServerReads(t *testing.T) {
	s := directory(t)
	for name, contentType := range map[string]string{
		"without a charset":        "application/json",
		"with the charset UTF-8":   "application/json; charset=UTF-8",
		"with a parameter unknown": "application/json; profile=a",
	} {
		t.Run(name, func(t *testing.T) {
			resp, got := post(t, s.URL, contentType, " "+annuaire+"\n")
			media := resp.Header.Get("Content-Type")
			if resp.StatusCode != 200 || media != "application/json" || got.Statut.Code != "A01" {
				t.Errorf("HTTP %d, %s, %+v", resp.StatusCode, media, got)
			}
		})
	}
}

func TestServerRefusesWhatItCannotRead(t *testing.T) {
	s := directory(t)
	const good = "application/json"
	deep := strings.Repeat(`{"entete":`, 50) + "1" + strings.Repeat("}", 50)
	tests := []struct{ name, contentType, body, code string }{
		{"XML content type", "text/xml", annuaire, "TYPE_CONTENU"},
		{"no content type", "", annuaire, "TYPE_CONTENU"},
		{"a content type that is none", "json;;", annuaire, "TYPE_CONTENU"},
		{"another charset", "application/json; charset=iso-8859-1", annuaire, "ENCODAGE"},
		{"bytes that are not UTF-8", good, strings.Replace(annuaire, "É", "\xc9", 1), "JSON_MAL_FORME"},
		{"a byte order mark", good, "\ufeff" + annuaire, "JSON_MAL_FORME"},
		{"nothing", good, "", "JSON_MAL_FORME"},
		{"truncated", good, annuaire[:60], "JSON_MAL_FORME"},
		{"two documents", good, annuaire + annuaire, "CONTENU_APRES_RACINE"},
		{"too deep", good, strings.Replace(annuaire, `{"entete":`, `{"x":`+deep+`,"entete":`, 1), "TROP_PROFOND"},
		{"a comment", good, "// a\n" + annuaire, "JSON_MAL_FORME"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			resp, got := post(t, s.URL, tt.contentType, tt.body)
			if resp.StatusCode != 400 || got.Status != 400 || got.Type != "urn:miroir:probleme:"+tt.code {
				t.Fatalf("HTTP %d, %+v; want 400 and %s", resp.StatusCode, got, tt.code)
			}
			if len(got.Errors) != 1 || got.Errors[0].Pointer != "" || got.Errors[0].Code != tt.code {
				t.Errorf("errors %+v, want one for the whole document", got.Errors)
			}
			ct := resp.Header.Get("Content-Type")
			if ct != "application/problem+json" || got.Title == "" || got.Instance != entry {
				t.Errorf("%s, title %q, instance %q", ct, got.Title, got.Instance)
			}
		})
	}
}

func TestServerReportsAllTheFaultsOfAMessageAtOnce(t *testing.T) {
	s := directory(t)
	bad := strings.NewReplacer(
		`"finessEJ":"999000011"`, `"finessEJ":"999000012"`,
		`"contexte":"SEJOUR"`, `"contexte":"SEJOURS"`,
		`"dateReference":"2026-03-02"`, `"dateReference":20260302`,
		`"numeroAMC":"99000001",`, `"a/b~":null,`,
	).Replace(annuaire)
	resp, got := post(t, s.URL, "application/json", bad)
	if resp.StatusCode != 422 || got.Type != "urn:miroir:probleme:T04" || got.Title != roc.LabelOf("T04") {
		t.Errorf("HTTP %d, %+v", resp.StatusCode, got)
	}
	var places []string
	for _, e := range got.Errors {
		places = append(places, e.Pointer+" "+e.Code)
		if e.Detail == "" {
			t.Errorf("%s has no sentence", e.Pointer)
		}
	}
	slices.Sort(places)
	want := []string{
		"/a~1b~0 ELEMENT_INCONNU", "/contexte VALEUR_INCONNUE", "/dateReference TYPE_JSON",
		"/entete/emetteur/finessEJ CLE_FINESS", "/numeroAMC ELEMENT_MANQUANT",
	}
	if !slices.Equal(places, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(places, "\n"), strings.Join(want, "\n"))
	}
}
