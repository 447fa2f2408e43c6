package main

import (
	"net"
	"net/http"
	"sync"
)

// fresh holds the connections on which no request has begun. A client may open one ahead and never
// use it; http.Server.Shutdown waits five seconds for each, and so longer than a process may take to end.
type fresh struct {
	mu     sync.Mutex
	conns  map[net.Conn]struct{}
	ending bool
}

// follow keeps the fresh connections of a server, and drops them when it shuts down.
func (f *fresh) follow(s *http.Server) {
	f.conns = map[net.Conn]struct{}{}
	s.ConnState = f.changed
	s.RegisterOnShutdown(f.drop)
}

func (f *fresh) changed(c net.Conn, state http.ConnState) {
	f.mu.Lock()
	defer f.mu.Unlock()
	switch {
	case state != http.StateNew:
		delete(f.conns, c)
	case f.ending:
		_ = c.Close() // nothing was asked on it: nobody misses the answer
	default:
		f.conns[c] = struct{}{}
	}
}

func (f *fresh) drop() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.ending = true
	for c := range f.conns {
		_ = c.Close()
	}
}
