package norme

import (
	"embed"
	"fmt"
	"strings"
	"sync"
)

//go:embed v1.yaml v2.yaml
var files embed.FS

// A builtin is a norme whose file is part of the program; it is compiled once.
type builtin struct {
	version string
	once    sync.Once
	norme   *Norme
	err     error
}

var builtins = []*builtin{{version: "V1"}, {version: "V2"}}

func (b *builtin) load() (*Norme, error) {
	b.once.Do(func() {
		file := strings.ToLower(b.version) + ".yaml"
		var text []byte
		if text, b.err = files.ReadFile(file); b.err == nil {
			b.norme, b.err = Parse(file, text)
		}
	})
	return b.norme, b.err
}

// V1 returns the norme V1 of miroir. The error can only come from a fault in the file itself.
func V1() (*Norme, error) { return Load("V1") }

// V2 returns the norme V2 of miroir: V1 and its named changes. The error can only come from a fault in
// the files themselves.
func V2() (*Norme, error) { return Load("V2") }

// Versions lists the versions that Load knows, in order.
func Versions() []string {
	list := make([]string, len(builtins))
	for i, b := range builtins {
		list[i] = b.version
	}
	return list
}

// Load returns a norme of miroir by its version, in capitals or not.
func Load(version string) (*Norme, error) {
	for _, b := range builtins {
		if strings.EqualFold(b.version, version) {
			return b.load()
		}
	}
	return nil, fmt.Errorf("unknown norme %q%s", version, near(version, Versions()))
}
