// Package population makes synthetic people, their covers and their stays, as many as wanted.
//
//	names, err := population.ParseNames(scenarios.Population())
//	profile, err := population.ParseProfile("defaut.yaml", data)
//	g := population.New(42, profile, names)
//	person := g.Person(0)    // identity, AMO situation, covers, attestation
//	stay := g.Stay(0)        // a stay or a visit of one of these persons
//	world, err := g.World(100) // a whole world, checked, for miroir serve or the admin API
//
// A record depends on the seed, the profile and its own index, on nothing else: each has its own
// stream of draws. Asking for more records never changes the first ones, and a million of them are
// written in the memory of one.
//
// A profile (YAML, see scenarios/population/defaut.yaml) says in which proportions: ages, situations,
// insurers, guarantees, periods of cover, kinds of stay. Weights are relative to their list;
// "pour mille" speaks for itself.
//
// # Nobody real
//
// Numbers have valid keys, as the payer checks them, and are taken where the registers have nobody:
//
//   - NIR: place of birth 99 600 to 99 989 (countries stop at 99 5xx), and for Corsica 2A, 2B, or 20
//     before 1976, with the same 600 to 989 (communes stop before 400). 4,675,320 combinations of place, order and
//     month are used in turn, two for each person: no number comes twice in the first two million persons.
//   - FINESS: department 99, which no establishment has.
//   - RPPS: 8999…, whereas the directory gives out numbers that begin with 10 or 81.
//   - AMC numbers are those of the profile; the default ones begin with 99, no department either.
//
// The limit: these ranges are empty today as far as public documents tell. They are not reserved by those who keep
// the registers, who may use them one day. Names are drawn apart from the rest, from lists of our own; a
// first name, a last name and a birth date may still be those of somebody, without any link to that person.
package population
