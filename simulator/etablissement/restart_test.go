package etablissement

import (
	"bufio"
	"fmt"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/roc-miroir/miroir/simulator/etablissement/pilote"
	"github.com/roc-miroir/miroir/simulator/roc"
	"github.com/roc-miroir/miroir/simulator/tarif"
)

// childDB names the file of dossiers of a GAP that runs as a process of its own.
const childDB = "MIROIR_TEST_GAP_DB"

func TestMain(m *testing.M) {
	if db := os.Getenv(childDB); db != "" {
		if err := child(db); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	os.Exit(m.Run())
}

// child serves a GAP until its standard input ends or it is killed.
func child(db string) error {
	binding, err := BindingByName("json", nil)
	if err != nil {
		return err
	}
	table, err := tarif.Load(os.DirFS("../../scenarios/tarifs"))
	if err != nil {
		return err
	}
	gap, err := New(Options{DB: db, Binding: binding, Rates: table, Seed: 7})
	if err != nil {
		return err
	}
	server := httptest.NewServer(gap.Handler())
	fmt.Println(server.URL)
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n')
	server.Close()
	return gap.Close()
}

// startChild starts a GAP as a process and returns its address.
func startChild(t *testing.T, db string) (*exec.Cmd, string) {
	t.Helper()
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), childDB+"="+db)
	cmd.Stderr = os.Stderr
	if _, err := cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	return cmd, line[:len(line)-1]
}

func TestAGAPKilledInTheMiddleOfACalculationReplaysItWithTheSameIdentifier(t *testing.T) {
	db := filepath.Join(t.TempDir(), "gap.db")
	first, url := startChild(t, db)
	p := newPayer()
	killed := false
	amc := p.serve(t, func(req roc.Request) {
		if req.Service() == roc.CLC && !killed {
			killed = true
			if err := first.Process.Kill(); err != nil {
				t.Error(err)
			}
			_, _ = first.Process.Wait()
		}
	})
	bench := newBench(t, url, amc.URL)
	steps := toCalculation()
	for _, s := range steps[:len(steps)-1] {
		bench.order(t, s)
	}
	if err := bench.try(pilote.Declencher, pilote.Calculer); err == nil {
		t.Fatal("the GAP answered although it was killed")
	}

	_, bench.url = startChild(t, db)
	facts := bench.facts(t)
	equal(t, "after the restart", outcome{facts: facts}.engagements(), "EN_DOUTE")
	equal(t, "patient billable", facts.PatientPart.Billable, false)
	bench.order(t, step{action: pilote.Calculer})
	facts = bench.facts(t)
	equal(t, "after the replay", outcome{facts: facts}.engagements(), "ENGAGE")

	o := outcome{sent: p.sent}
	equal(t, "calls", o.services(), "ANN IDB CLC CLC")
	one, two := o.clc(t, 1), o.clc(t, 2)
	equal(t, "same calculation", one.ClcRequestID == two.ClcRequestID, true)
	equal(t, "another message", one.Header.MessageID == two.Header.MessageID, false)
	equal(t, "replay of", two.Header.RetryOf, one.Header.MessageID)
}

func TestACleanRestartForgetsNothing(t *testing.T) {
	p := newPayer()
	options := Options{DB: filepath.Join(t.TempDir(), "gap ?#%.db"), Binding: Binding{p, "annuaire"},
		Rates: rates(t), Seed: 7}
	var before, after string
	for _, visit := range []func(*bench){
		func(b *bench) {
			for _, s := range toCalculation() {
				b.order(t, s)
			}
			before = outcome{facts: b.facts(t)}.text()
		},
		func(b *bench) {
			after = outcome{facts: b.facts(t)}.text()
			b.order(t, step{action: pilote.Annuler})
		},
	} {
		gap, err := New(options)
		if err != nil {
			t.Fatal(err)
		}
		server := httptest.NewServer(gap.Handler())
		visit(newBench(t, server.URL, "http://amc.test/m/cas"))
		server.Close()
		if err := gap.Close(); err != nil {
			t.Fatal(err)
		}
	}
	equal(t, "facts", after, before)
	equal(t, "calls", outcome{sent: p.sent}.services(), "ANN IDB CLC DEL")
}
