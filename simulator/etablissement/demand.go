package etablissement

import (
	"errors"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"strings"

	"github.com/go-json-experiment/json"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/strictyaml"
)

// maxDemand is the largest body that the driver reads.
const maxDemand = 1 << 20

// ReadDemand reads a demand and forgives nothing: an unknown field is refused with the nearest one.
func ReadDemand(body io.Reader) (pilote.Demand, error) {
	var d pilote.Demand
	data, err := io.ReadAll(io.LimitReader(body, maxDemand+1))
	switch {
	case err != nil:
		return d, errors.New("corps illisible")
	case len(data) > maxDemand:
		return d, errors.New("corps de plus de 1 Mio")
	}
	if err := json.Unmarshal(data, &d, json.RejectUnknownMembers(true)); err != nil {
		return d, explain(err)
	}
	if d.Protocol != pilote.Protocol {
		return d, fmt.Errorf("protocole %d inconnu : %d attendu", d.Protocol, pilote.Protocol)
	}
	return d, nil
}

// explain says where a demand is wrong, what is wrong and what was probably meant.
func explain(err error) error {
	var wrong *json.SemanticError
	if !errors.As(err, &wrong) {
		return errors.New("JSON mal formé : " + err.Error())
	}
	at := string(wrong.JSONPointer)
	if !errors.Is(err, json.ErrUnknownName) {
		return fmt.Errorf("%s : valeur d'un type inattendu (%v attendu)", at, wrong.GoType)
	}
	name := at[strings.LastIndexByte(at, '/')+1:]
	if near := strictyaml.Nearest(name, fieldNames(reflect.TypeFor[pilote.Demand](),
		map[reflect.Type]bool{})); near != "" {
		return fmt.Errorf("%s : champ inconnu ; le plus proche : %s", at, near)
	}
	return fmt.Errorf("%s : champ inconnu", at)
}

// fieldNames lists the JSON names that a type and its parts can hold.
func fieldNames(t reflect.Type, seen map[reflect.Type]bool) []string {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || seen[t] {
		return nil
	}
	seen[t] = true
	var names []string
	for i := range t.NumField() {
		f := t.Field(i)
		if name, _, _ := strings.Cut(f.Tag.Get("json"), ","); name != "" {
			names = append(names, name)
		}
		names = append(names, fieldNames(f.Type, seen)...)
	}
	return names
}

// WriteReply writes the driver's answer.
func WriteReply(w http.ResponseWriter, status int, reply pilote.Reply) {
	data, err := json.Marshal(reply)
	if err != nil {
		status, data = http.StatusInternalServerError, []byte(`{"statut":"impossible","cause":"réponse perdue"}`)
	}
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(data)
}
