package simulator_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"

	"github.com/roc-miroir/miroir/simulator"
	"github.com/roc-miroir/miroir/simulator/amc"
)

// A test of another project starts a payer of its own in three lines.
func Example() {
	text, err := os.ReadFile("testdata/monde.yaml")
	if err != nil {
		panic(err)
	}
	world, err := amc.ParseWorld("monde.yaml", text)
	if err != nil {
		panic(err)
	}
	sim, err := simulator.New(simulator.Options{Worlds: []*amc.World{world}})
	if err != nil {
		panic(err)
	}
	defer sim.Close()
	server := httptest.NewServer(sim.Handler())
	defer server.Close()

	resp, err := http.Get(server.URL + "/m/essai/v1/amc?wsdl")
	if err != nil {
		panic(err)
	}
	defer resp.Body.Close()
	fmt.Println(resp.Status, resp.Header.Get("Content-Type"))
	// Output: 200 OK text/xml; charset=utf-8
}
