package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"time"
)

// shutdownGrace is how long accepted requests may take to finish once the process must end.
const shutdownGrace = 5 * time.Second

// A listener is an open port and what answers on it.
type listener struct {
	net.Listener
	server *http.Server
}

// listen opens address and refuses slow clients; nothing is served before serve.
func listen(address string, h http.Handler) (*listener, error) {
	l, err := net.Listen("tcp", address)
	if err != nil {
		return nil, fmt.Errorf("cannot listen on %s: %w", address, err)
	}
	server := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       30 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    16 << 10,
	}
	new(fresh).follow(server)
	return &listener{l, server}, nil
}

// url is the address that a client on this machine can call.
func (l *listener) url() string { return "http://" + l.Addr().String() }

// serveAll serves until ctx ends or one of the listeners fails, then lets requests finish.
func serveAll(ctx context.Context, listeners ...*listener) error {
	failed := make(chan error, len(listeners))
	for _, l := range listeners {
		go func() { failed <- l.server.Serve(l.Listener) }()
	}
	var err error
	select {
	case <-ctx.Done():
	case err = <-failed:
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownGrace)
	defer cancel()
	for _, l := range listeners {
		err = errors.Join(err, l.server.Shutdown(grace))
	}
	return err
}

// untilEnd returns a context that also ends when in reaches its end: a process started by another
// one then never outlives it, however the other one dies.
func untilEnd(ctx context.Context, in io.Reader) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancel(ctx)
	go func() {
		_, _ = io.Copy(io.Discard, in)
		cancel()
	}()
	return ctx, cancel
}
