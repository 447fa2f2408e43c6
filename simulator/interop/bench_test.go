// Package interop_test proves that others can talk to the simulator: a SOAP client that is not ours
// plays a stay from the WSDL alone, and an XML validator that is not ours accepts every message that
// either side sent.
//
// The tools are python3-zeep and xmllint. Tests skip where one is missing, unless the environment
// has MIROIR_EXIGE_OUTILS=1: then they fail.
package interop_test

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"testing"

	"github.com/roc-miroir/miroir/simulator"
	"github.com/roc-miroir/miroir/simulator/admin"
	"github.com/roc-miroir/miroir/simulator/amc"
)

// demandTools is the variable that makes a missing tool a failure: continuous integration sets it
// to 1.
const demandTools = "MIROIR_EXIGE_OUTILS"

// missing skips the test for want of a tool, or fails it where tools are demanded.
func missing(t *testing.T, tool string) {
	t.Helper()
	if os.Getenv(demandTools) == "1" {
		t.Fatalf("%s is missing and %s=1 demands it", tool, demandTools)
	}
	t.Skipf("%s is missing", tool)
}

// xmllint returns the path of libxml2's validator.
func xmllint(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("xmllint")
	if err != nil {
		missing(t, "xmllint (Debian: libxml2-utils)")
	}
	return path
}

// zeep returns a Python that has the SOAP client zeep: the first of the PATH, or the system's.
func zeep(t *testing.T) string {
	t.Helper()
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(python, "-c", "import zeep").Run() == nil {
			return python
		}
	}
	missing(t, "zeep (Debian: python3-zeep)")
	return ""
}

// A bench is a simulator on real sockets with the world of testdata.
type bench struct {
	world    string
	services *httptest.Server
	control  *httptest.Server
}

func start(t *testing.T) *bench {
	t.Helper()
	text, err := os.ReadFile("testdata/monde.yaml")
	if err != nil {
		t.Fatal(err)
	}
	world, err := amc.ParseWorld("testdata/monde.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	sim, err := simulator.New(simulator.Options{Worlds: []*amc.World{world}})
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{world.Name, httptest.NewServer(sim.Handler()), httptest.NewServer(sim.AdminHandler())}
	t.Cleanup(func() {
		b.services.Close()
		b.control.Close()
		if err := sim.Close(); err != nil {
			t.Error(err)
		}
	})
	return b
}

// address is that of a SOAP service of the world, in version 1.
func (b *bench) address(service string) string { return b.addressIn("v1", service) }

func (b *bench) addressIn(version, service string) string {
	return b.services.URL + "/m/" + b.world + "/" + version + "/" + service
}

// exchanges returns the journal of the world, unmasked and with the bodies as they travelled.
func (b *bench) exchanges(t *testing.T) []admin.Exchange {
	t.Helper()
	return b.exchangesOf(t, b.world)
}

// worlds returns the name of every world.
func (b *bench) worlds(t *testing.T) []string {
	t.Helper()
	var list admin.WorldList
	if err := json.Unmarshal(get(t, b.control.URL+"/api/worlds"), &list); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, w := range list.Worlds {
		names = append(names, w.Name)
	}
	return names
}

func (b *bench) client() *admin.Client {
	return &admin.Client{Base: b.control.URL, HTTP: b.control.Client()}
}

func (b *bench) exchangesOf(t *testing.T, world string) []admin.Exchange {
	t.Helper()
	list, err := b.client().Exchanges(t.Context(), world, 0)
	if err != nil {
		t.Fatal(err)
	}
	for i := range list {
		url := b.control.URL + "/api/worlds/" + world + "/exchanges/" + list[i].ID + "?clair=oui"
		if err := json.Unmarshal(get(t, url), &list[i]); err != nil {
			t.Fatal(err)
		}
	}
	return list
}

func get(t *testing.T, url string) []byte {
	t.Helper()
	resp, err := http.Get(url)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Fatalf("GET %s: HTTP %d, %v\n%s", url, resp.StatusCode, err, body)
	}
	return body
}
