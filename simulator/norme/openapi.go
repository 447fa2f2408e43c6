package norme

import (
	"strings"

	"github.com/roc-miroir/miroir/simulator/roc"
)

// jsonPaths are the paths of the JSON binding, under the version.
var jsonPaths = map[roc.Service]string{
	roc.ANN: "annuaire", roc.IDB: "idb", roc.SIM: "sim", roc.CLC: "clc", roc.DEL: "del",
}

// The refusals that are not business answers.
var problems = []member{
	{"400", "Document illisible."},
	{"403", "Appel non permis."},
	{"404", "Monde ou chemin inconnu."},
	{"409", "Conflit avec l'état de l'engagement."},
	{"413", "Document trop grand."},
	{"415", "Type de contenu non admis."},
	{"422", "Document lu, mais non conforme à la norme : toutes les fautes sont listées."},
	{"500", "Erreur interne."},
	{"503", "Service indisponible."},
}

// OpenAPI returns the OpenAPI 3.1 description of the JSON binding served under baseURL.
func (n *Norme) OpenAPI(baseURL string) ([]byte, error) {
	const refs = "#/components/schemas/"
	paths, schemas := members{}, members{}
	all := &group{}
	for i := 0; i+1 < len(n.messages); i += 2 {
		request, reply := n.messages[i], n.messages[i+1]
		path := "/" + strings.ToLower(n.doc.Version) + "/json/" + jsonPaths[request.service]
		paths = append(paths, member{path, members{{"post", n.jsonOperation(request, reply, refs)}}})
		for _, m := range n.messages[i : i+2] {
			schemas = append(schemas, member{m.element, m.group.objectSchema(refs)})
			all.fields = append(all.fields, m.group.fields...)
		}
	}
	schemas = append(schemas, all.definitions(refs)...)
	schemas = append(schemas, member{"Probleme", problemSchema()})
	return indented(members{
		{"openapi", "3.1.0"},
		{"jsonSchemaDialect", "https://json-schema.org/draft/2020-12/schema"},
		{"info", members{
			{"title", "miroir " + n.doc.Version}, {"version", n.doc.Version}, {"description", n.notice()},
			{"license", members{{"name", "Apache 2.0"}, {"identifier", "Apache-2.0"}}},
		}},
		{"servers", []members{{{"url", strings.TrimSuffix(baseURL, "/")}}}},
		{"paths", paths},
		{"components", members{{"schemas", schemas}, {"responses", problemResponses(refs)}}},
	})
}

func (n *Norme) jsonOperation(request, reply *message, refs string) members {
	content := func(m *message) members {
		return members{{"application/json", members{{"schema", members{{"$ref", refs + m.element}}}}}}
	}
	responses := members{{"200", members{
		{"description", "Réponse métier, positive ou négative."}, {"content", content(reply)},
	}}}
	for _, p := range problems {
		responses = append(responses, member{p.name, members{{"$ref", "#/components/responses/Probleme" + p.name}}})
	}
	return members{
		{"operationId", n.operation(request.service)},
		{"summary", request.doc},
		{"requestBody", members{{"required", true}, {"content", content(request)}}},
		{"responses", responses},
	}
}

func problemResponses(refs string) members {
	var list members
	for _, p := range problems {
		list = append(list, member{"Probleme" + p.name, members{
			{"description", p.value},
			{"content", members{{"application/problem+json", members{
				{"schema", members{{"$ref", refs + "Probleme"}}},
			}}}},
		}})
	}
	return list
}

// problemSchema describes a refusal (RFC 9457) with its list of faults.
func problemSchema() members {
	text := func(doc string) members { return members{{"type", "string"}, {"description", doc}} }
	return members{
		{"type", "object"},
		{"description", "Refus de servir (RFC 9457)."},
		{"properties", members{
			{"type", text("URI stable du code.")},
			{"title", text("Phrase en français.")},
			{"status", members{{"type", "integer"}, {"description", "Statut HTTP."}}},
			{"instance", text("Référence de l'échange au journal.")},
			{"errors", members{
				{"type", "array"},
				{"description", "Chaque faute du document."},
				{"items", members{
					{"type", "object"},
					{"properties", members{
						{"pointer", text("Place de la faute (JSON Pointer).")},
						{"code", text("Code stable de la faute.")},
						{"detail", text("Ce qui était attendu, en français.")},
					}},
					{"required", []string{"pointer", "code", "detail"}},
				}},
			}},
		}},
		{"required", []string{"type", "title", "status"}},
	}
}
