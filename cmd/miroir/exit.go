package main

import "errors"

// exitCodes documents what a script may rely on; `miroir run --help` prints it.
const exitCodes = `Exit codes:
  0    conform
  1    at least one non-conformity
  2    usage, configuration or feature file: nothing ran
  3    the bench, the simulator or the driver broke
  4    incomplete, or no case selected
  5    a control failed: the run is void
  130  interrupted`

const (
	exitUsage = 2
	exitBench = 3
	exitEmpty = 4
	exitVoid  = 5

	exitInterrupted = 130
)

// An exitError ends the command with a code. Without a cause it says nothing: what there was to say
// has been printed.
type exitError struct {
	code  int
	cause error
}

func (e *exitError) Error() string {
	if e.cause == nil {
		return ""
	}
	return e.cause.Error()
}

func (e *exitError) Unwrap() error { return e.cause }

func fail(code int, cause error) error { return &exitError{code, cause} }

func codeOf(err error) int {
	var exit *exitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.code
	}
	return exitUsage
}
