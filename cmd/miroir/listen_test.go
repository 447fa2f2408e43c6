package main

import (
	"context"
	"io"
	"net"
	"net/http"
	"testing"
	"time"
)

// A client that opens a connection ahead and never uses it does not hold back the end of a process.
func TestAnUnusedConnectionDoesNotDelayTheEnd(t *testing.T) {
	l, err := listen("127.0.0.1:0", http.NotFoundHandler())
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- serveAll(ctx, l) }()
	unused, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer unused.Close()
	resp, err := http.Get(l.url()) // accepted after the unused connection
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	end()
	select {
	case err := <-ended:
		if err != nil {
			t.Errorf("the end says %v", err)
		}
	case <-time.After(shutdownGrace / 2):
		t.Fatal("the process waits for a connection on which nothing was asked")
	}
	if _, err := io.ReadAll(unused); err != nil {
		t.Errorf("the unused connection ends with %v, want its end", err)
	}
}

// A request that has begun is answered before the process ends.
func TestABegunRequestIsAnsweredBeforeTheEnd(t *testing.T) {
	begun, finish := make(chan struct{}), make(chan struct{})
	l, err := listen("127.0.0.1:0", http.HandlerFunc(func(http.ResponseWriter, *http.Request) {
		close(begun)
		<-finish
	}))
	if err != nil {
		t.Fatal(err)
	}
	ctx, end := context.WithCancel(context.Background())
	ended, answered := make(chan error, 1), make(chan error, 1)
	go func() { ended <- serveAll(ctx, l) }()
	go func() {
		resp, err := http.Get(l.url())
		if err == nil {
			err = resp.Body.Close()
		}
		answered <- err
	}()
	<-begun
	end()
	close(finish)
	if err := <-answered; err != nil {
		t.Errorf("the request ends with %v", err)
	}
	if err := <-ended; err != nil {
		t.Errorf("the end says %v", err)
	}
}
