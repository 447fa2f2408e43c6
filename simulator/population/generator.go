package population

// A Generator makes the records of one seed. It holds no state: it may be shared.
type Generator struct {
	seed    uint64
	profile *Profile
	names   *Names
}

// New returns the generator of a seed.
func New(seed uint64, p *Profile, n *Names) *Generator { return &Generator{seed, p, n} }

// twins reports whether a record and its neighbour (0 and 1, 2 and 3, …) are twins.
func (g *Generator) twins(i int) bool {
	return g.dice(forPair, i/2).perMille(g.profile.Identity.Twins)
}

// Twin returns the twin of the i-th person, if there is one.
func (g *Generator) Twin(i int) (Person, bool) {
	if !g.twins(i) {
		return Person{}, false
	}
	return g.Person(i ^ 1), true
}
