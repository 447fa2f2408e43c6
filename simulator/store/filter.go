package store

import "database/sql/driver"

// filterBits is the size of a filter: 1 MiB of memory, under 1 % of wrong guesses up to half a million keys.
const filterBits = 1 << 23

// maxFiltered bounds what is read at start to fill a filter.
const maxFiltered = 200_000

// A filter tells most hashes that the table of keys does not have from those that it may have: a
// new calculation has new keys, and need not look for them on disk. It never forgets a hash.
type filter struct {
	words []uint64
	blind bool // too much was stored before: it takes everything for known
}

func (f *filter) add(hash uint64) {
	for _, bit := range places(hash) {
		f.words[bit/64] |= 1 << (bit % 64)
	}
}

func (f *filter) mayHave(hash uint64) bool {
	for _, bit := range places(hash) {
		if f.words[bit/64]&(1<<(bit%64)) == 0 {
			return f.blind
		}
	}
	return true
}

// places are the bits of a hash.
func places(hash uint64) [4]uint64 {
	step := hash>>32 | 1
	var p [4]uint64
	for i := range p {
		p[i] = (hash + uint64(i)*step) % filterBits
	}
	return p
}

// loadFilter reads the hashes of the table of keys.
func (l *lookups) loadFilter() (*filter, error) {
	l.conn.Lock()
	defer l.conn.Unlock()
	f := &filter{words: make([]uint64, filterBits/64)}
	n := 0
	err := l.hashes.each(func(row []driver.Value) error {
		var hash int64
		err := scan(row, &hash)
		f.add(uint64(hash))
		n++
		return err
	}, int64(maxFiltered))
	f.blind = n == maxFiltered
	return f, err
}
