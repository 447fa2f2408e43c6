package gherkin

// A File is a feature file as it lies on disk.
type File struct {
	Name string
	Data []byte
}

// Read reads feature files and returns their cases, in order, with everything that is to be said
// of them. The cases may be played only where no finding is Blocking.
func Read(files []File, v Vocabulary, c Catalogue) ([]Case, []Finding) {
	l := &linter{vocabulary: v, catalogue: c, ids: map[string]string{}, titles: map[string]string{}}
	var cases []Case
	var findings []Finding
	for _, f := range files {
		text, repaired := Normalise(f.Name, f.Data)
		l.report = &report{file: f.Name, findings: repaired}
		if text != nil && !Blocking(repaired) {
			cases = append(cases, l.file(text)...)
		}
		findings = append(findings, sorted(l.findings)...)
	}
	return cases, findings
}

// Lint reads feature files and returns what is to be said of them.
func Lint(files []File, v Vocabulary, c Catalogue) []Finding {
	_, findings := Read(files, v, c)
	return findings
}

// A linter holds what is known while the files are read: identities are unique across files.
type linter struct {
	*report
	vocabulary Vocabulary
	catalogue  Catalogue
	ids        map[string]string // case id → where it was first seen
	titles     map[string]string
}

// file checks one normalised file and expands its cases.
func (l *linter) file(text []byte) []Case {
	doc := l.parse(text)
	if doc == nil {
		return nil
	}
	if doc.Feature == nil {
		l.fault("MIR006", 1, 1, "Le fichier ne contient aucune fonctionnalité.",
			"Commencez-le par « Fonctionnalité: » et un titre.")
		return nil
	}
	l.checkShape(doc.Feature)
	var cases []Case
	for _, s := range scenariosOf(doc.Feature) {
		l.checkScenario(s)
		l.checkExamples(s)
		l.checkIdentity(s)
		l.checkSentences(s)
		l.checkOrder(s)
		cases = append(cases, s.cases(l.report.file)...)
	}
	return cases
}
