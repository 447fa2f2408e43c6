package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"
)

// startBudget is how long a process that miroir starts may take to say where it listens.
const startBudget = 20 * time.Second

// An announcement is the one line that serve and gap print on their standard output when ready.
type announcement struct {
	Listen string `json:"ecoute"`
	Admin  string `json:"admin,omitempty"`
}

func announce(w io.Writer, a announcement) error { return json.NewEncoder(w).Encode(a) }

// A process is miroir itself, started again with other arguments. It ends when its standard input
// does, so that nothing is left behind.
type process struct {
	announcement
	cmd   *exec.Cmd
	stdin io.Closer
}

// start runs the subcommand and waits for its announcement. What it logs goes to logs.
func start(ctx context.Context, logs io.Writer, args ...string) (*process, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(self, append(args, "--with-parent")...)
	cmd.Stderr = logs
	stdin, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("cannot start %s: %w", args[0], err)
	}
	p := &process{cmd: cmd, stdin: stdin}
	if err := p.await(ctx, stdout); err != nil {
		return nil, errors.Join(fmt.Errorf("%s did not start: %w", args[0], err), p.stop())
	}
	return p, nil
}

func (p *process) await(ctx context.Context, stdout io.Reader) error {
	ctx, cancel := context.WithTimeout(ctx, startBudget)
	defer cancel()
	read := make(chan error, 1)
	go func() {
		line, err := bufio.NewReader(stdout).ReadBytes('\n')
		if err == nil {
			err = json.Unmarshal(line, &p.announcement)
		}
		read <- err
	}()
	select {
	case err := <-read:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// stop ends the process and waits for it.
func (p *process) stop() error {
	closed := p.stdin.Close()
	ended := make(chan error, 1)
	go func() { ended <- p.cmd.Wait() }()
	timer := time.NewTimer(2 * shutdownGrace)
	defer timer.Stop()
	select {
	case err := <-ended:
		return errors.Join(closed, err)
	case <-timer.C:
		return errors.Join(closed, p.cmd.Process.Kill(), <-ended)
	}
}
