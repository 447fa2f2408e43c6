package norme_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"pgregory.net/rapid"

	"github.com/roc-miroir/miroir/simulator/norme/normetest"
	"github.com/roc-miroir/miroir/simulator/roc"
)

func openAPI(t *testing.T, n version) *openapi3.T {
	t.Helper()
	text, err := n.OpenAPI("http://127.0.0.1:8080/")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := openapi3.NewLoader().LoadFromData(text)
	if err != nil {
		t.Fatal(err)
	}
	if err := doc.Validate(context.Background()); err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestTheOpenAPIDescriptionIsValidAndComplete(t *testing.T) {
	eachNorme(t, describesAll)
}

func describesAll(t *testing.T, n version) {
	t.Helper()
	doc := openAPI(t, n)
	if doc.OpenAPI != "3.1.0" || doc.Servers[0].URL != "http://127.0.0.1:8080" {
		t.Errorf("version %s at %s", doc.OpenAPI, doc.Servers[0].URL)
	}
	if !strings.Contains(doc.Info.Description, "n'est PAS le format officiel") {
		t.Errorf("the description does not say that the format is not the official one: %s", doc.Info.Description)
	}
	for _, path := range []string{"annuaire", "idb", "sim", "clc", "del"} {
		item := doc.Paths.Value("/" + n.name + "/json/" + path)
		if item == nil || item.Post == nil {
			t.Errorf("no POST on %s", path)
			continue
		}
		refused := item.Post.Responses.Value("422").Value.Content["application/problem+json"]
		if refused == nil || refused.Schema.Value.Properties["errors"] == nil {
			t.Errorf("%s does not describe its refusals", path)
		}
	}
}

func TestTheOpenAPISchemasAcceptWhatIsEncoded(t *testing.T) {
	eachNorme(t, func(t *testing.T, n version) {
		doc := openAPI(t, n)
		eachMessage(t, func(t *testing.T, s roc.Service, reply bool) {
			schema := doc.Components.Schemas[n.Element(s, reply)].Value
			rapid.Check(t, func(t *rapid.T) {
				text, err := n.AppendJSON(nil, n.message(s, reply).Draw(t, "message"))
				if err != nil {
					t.Fatal(faultsOf(err))
				}
				var value any
				if err := json.Unmarshal(text, &value); err != nil {
					t.Fatal(err)
				}
				if err := schema.VisitJSON(value); err != nil {
					t.Fatalf("%v\n%s", err, text)
				}
			})
		})
	})
}

func TestTheJSONSchemasAreCompleteInThemselves(t *testing.T) {
	eachNorme(t, completeSchemas)
}

func completeSchemas(t *testing.T, n version) {
	t.Helper()
	eachMessage(t, func(t *testing.T, s roc.Service, reply bool) {
		text, err := n.JSONSchema(s, reply)
		if err != nil {
			t.Fatal(err)
		}
		var schema struct {
			Schema string                     `json:"$schema"`
			Defs   map[string]json.RawMessage `json:"$defs"`
			Title  string                     `json:"title"`
		}
		if err := json.Unmarshal(text, &schema); err != nil {
			t.Fatal(err)
		}
		if schema.Schema != "https://json-schema.org/draft/2020-12/schema" || schema.Title != n.Element(s, reply) {
			t.Errorf("schema %s of %s", schema.Schema, schema.Title)
		}
		for i, part := range strings.Split(string(text), `"$ref": "#/$defs/`) {
			name, _, _ := strings.Cut(part, `"`)
			if _, defined := schema.Defs[name]; i > 0 && !defined {
				t.Errorf("%s is referred to, not defined", name)
			}
		}
	})
	if _, err := n.JSONSchema("FAC", false); err == nil {
		t.Error("a schema of an unknown service")
	}
}

// beyondJSONSchema lists, besides the control keys, what a schema accepts though the check refuses it.
var beyondJSONSchema = map[string]string{
	"a day that does not exist":    "formats are annotations, the pattern knows no calendar",
	"a whole number with decimals": "JSON Schema takes 1.0 for a whole number",
	"a NIR key":                    "control key",
	"a FINESS key":                 "control key",
}

func TestTheOpenAPISchemasRefuseWrongValues(t *testing.T) {
	n, schema := versions(t)[0], openAPI(t, versions(t)[0]).Components.Schemas["CalculDemande"].Value
	body, err := n.AppendJSON(nil, normetest.ExampleCLC(1))
	if err != nil {
		t.Fatal(faultsOf(err))
	}
	for _, c := range wrongValues {
		t.Run(c.name, func(t *testing.T) {
			var value any
			if err := json.Unmarshal(replaceMember(t, body, c.json), &value); err != nil {
				t.Fatal(err)
			}
			refused := schema.VisitJSON(value) != nil
			if reason := beyondJSONSchema[c.name]; refused == (reason != "") {
				t.Errorf("refused=%t, known reason to accept: %q", refused, reason)
			}
		})
	}
}
