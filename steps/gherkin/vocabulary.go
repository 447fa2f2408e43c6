package gherkin

// A Vocabulary is what reading needs to know of the steps.
type Vocabulary interface {
	// Match returns every definition that a sentence matches; one is right, none or several are
	// mistakes. Fault, where a definition matches but a parameter does not convert, says why.
	Match(text string) []Match
	// Near returns the definitions that a sentence matches but for a malformed parameter.
	Near(text string) []Match
	// Nearest returns up to n templates that look most like a sentence, nearest first.
	Nearest(text string, n int) []string
}

// A Match is a definition that fits a sentence.
type Match struct {
	ID        string
	Family    Family
	Template  string
	Table     bool
	Check     string // the check that it announces
	Mandatory bool   // of the check
	Fault     string // French: the parameter that is wrong and what was expected
}

// A Catalogue is what reading needs to know of the requirements and of the ledger of cases.
type Catalogue struct {
	Cases        map[string]bool // every id of the ledger; false: retired
	Requirements map[string]Requirement
}

// A Requirement is a row of the catalogue.
type Requirement struct {
	Versions []string // to which it applies: "v1"
}
