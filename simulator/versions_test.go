package simulator_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// mayAskTheVersion lists the only files that compare versions, with what they are. Everything else has
// the norme, the rulebook, the binding or the suite of a version in hand, and never asks which it is.
var mayAskTheVersion = map[string]string{
	"simulator/norme/load.go":             "the norme: finds one by its version",
	"simulator/editions.go":               "router of the payer: from a version to its addresses",
	"simulator/etablissement/versions.go": "router of the GAP: the versions in which a dossier may travel",
	"simulator/etablissement/annuaire.go": "router of the GAP: the directory's address of a version",

	"steps/vocabulaire/parcours.go": "a sentence that verifies the version of a request",
	"steps/vocabulaire/registre.go": "counts once a case that several versions share",
	"reports/versions.go":           "counts the results of each version",

	"simulator/soap/client.go":                     "versions of SOAP, not of the dispositif",
	"simulator/soap/server.go":                     "versions of SOAP, not of the dispositif",
	"simulator/store/schema.go":                    "version of the file's schema, not of the dispositif",
	"simulator/etablissement/pilote/datamatrix.go": "version of the DataMatrix, not of the dispositif",
}

func TestNothingDownstreamAsksWhichVersionItIs(t *testing.T) {
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		found, err := comparisons(path)
		if name := filepath.ToSlash(strings.TrimPrefix(path, "../")); len(found) > 0 && mayAskTheVersion[name] == "" {
			t.Errorf("%s asks the version:\n%s", name, strings.Join(found, "\n"))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

// comparisons lists the places of a file in which a version is compared.
func comparisons(path string) (found []string, err error) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, path, nil, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	ast.Inspect(file, func(n ast.Node) bool {
		if comparesVersion(n) {
			p := files.Position(n.Pos())
			found = append(found, fmt.Sprintf("\tline %d, column %d", p.Line, p.Column))
		}
		return true
	})
	return found, nil
}

func comparesVersion(n ast.Node) bool {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		return slices.Contains(orders, n.Op) && (isVersion(n.X) || isVersion(n.Y)) && !isEmpty(n.X) && !isEmpty(n.Y)
	case *ast.SwitchStmt:
		return n.Tag != nil && isVersion(n.Tag)
	case *ast.CaseClause:
		return slices.ContainsFunc(n.List, namesOne)
	case *ast.IndexExpr:
		return namesOne(n.Index)
	case *ast.CallExpr:
		return searches(n.Fun) && (slices.ContainsFunc(n.Args, namesOne) || fromPackage(n.Fun, "strings") &&
			slices.ContainsFunc(n.Args, isVersion))
	}
	return false
}

var orders = []token.Token{token.EQL, token.NEQ, token.LSS, token.LEQ, token.GTR, token.GEQ}

var (
	versionName = regexp.MustCompile(`^(version|.*Version)$`)
	oneVersion  = regexp.MustCompile(`^[vV][12]$`)
)

// isVersion reports whether an expression is a version by its name: header.NormVersion, "V2", v2.
func isVersion(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return versionName.MatchString(e.Name) || namesOne(e)
	case *ast.SelectorExpr:
		return isVersion(e.Sel)
	case *ast.CallExpr:
		return isVersion(e.Fun)
	case *ast.ParenExpr:
		return isVersion(e.X)
	}
	return namesOne(e)
}

// namesOne reports whether an expression is one of the versions, as a text or as a constant.
func namesOne(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.BasicLit:
		return e.Kind == token.STRING && oneVersion.MatchString(strings.Trim(e.Value, "\"`"))
	case *ast.Ident:
		return oneVersion.MatchString(e.Name)
	}
	return false
}

func isEmpty(e ast.Expr) bool {
	l, ok := e.(*ast.BasicLit)
	return ok && l.Value == `""`
}

// searches reports whether a function looks for a text in another, or in a list.
func searches(fun ast.Expr) bool {
	s, ok := fun.(*ast.SelectorExpr)
	names := []string{"HasPrefix", "HasSuffix", "Contains", "EqualFold", "Compare", "Index"}
	return ok && slices.Contains(names, s.Sel.Name)
}

func fromPackage(fun ast.Expr, name string) bool {
	s, ok := fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	p, ok := s.X.(*ast.Ident)
	return ok && p.Name == name
}

func TestAComparisonOfVersionsIsSeen(t *testing.T) {
	for code, want := range map[string]bool{
		`h.NormVersion == current`:             true,
		`"V2" != name`:                         true,
		`strings.HasPrefix(version, "V")`:      true,
		`strings.HasPrefix(name, "V1")`:        true,
		`slices.Contains(a.Versions, "V2")`:    true,
		`books["V2"]`:                          true,
		`n.Version() == "V1"`:                  true,
		`name == v2`:                           true,
		`h.NormVersion == ""`:                  false,
		`slices.Contains(a.Versions, version)`: false,
		`books[version]`:                       false,
		`name == "V21"`:                        false,
	} {
		e, err := parser.ParseExpr(code)
		if err != nil {
			t.Fatal(err)
		}
		if comparesVersion(e) != want {
			t.Errorf("%s: seen %v, want %v", code, !want, want)
		}
	}
}
