package main

import (
	"fmt"
	"net/url"
)

// checkBase refuses what is no address of a server, before anything is sent there.
func checkBase(flag, base string) error {
	u, err := url.Parse(base)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return fmt.Errorf("--%s %q: want a URL such as http://127.0.0.1:9000", flag, base)
	}
	return nil
}
