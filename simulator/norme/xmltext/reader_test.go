package xmltext_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/roc-miroir/miroir/simulator/norme/xmltext"
	"github.com/roc-miroir/miroir/simulator/roc"
)

// tokens writes what a reader gives: "<a>", "</a>", "{text}", names with their namespace in braces.
func tokens(body string) (string, error) {
	var b strings.Builder
	r := xmltext.NewReader([]byte(body))
	for {
		kind, err := r.Next()
		if err != nil {
			return b.String(), err
		}
		switch kind {
		case xmltext.EOF:
			return b.String(), nil
		case xmltext.Start:
			b.WriteString("<" + written(r.Name()))
			for _, a := range r.Attrs() {
				fmt.Fprintf(&b, " %s=%q", written(a.Name), a.Value)
			}
			b.WriteString(">")
		case xmltext.End:
			b.WriteString("</" + written(r.Name()) + ">")
		case xmltext.Text:
			fmt.Fprintf(&b, "%q", r.Text())
		}
	}
}

func written(n xmltext.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return "{" + n.Space + "}" + n.Local
}

func TestReaderReads(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"an empty element as start and end": {"<a/>", "<a></a>"},
		"text":                              {"<a>un texte</a>", `<a>"un texte"</a>`},
		"blanks that are all of an element": {"<a> \n</a>", `<a>" \n"</a>`},
		"no blanks between tags":            {"<a>\n  <b>x</b>\n</a>\n", `<a><b>"x"</b></a>`},
		"text after a child":                {"<a><b/>x</a>", `<a><b></b>"x"</a>`},
		"predefined entities":               {"<a>&lt;&gt;&amp;&apos;&quot;</a>", `<a>"<>&'\""</a>`},
		"character references":              {"<a>&#65;&#x1F3E5;&#13;</a>", `<a>"A🏥\r"</a>`},
		"a CDATA section":                   {"<a>x<![CDATA[<b>&amp;]]>y</a>", `<a>"x<b>&amp;y"</a>`},
		"text around a comment as one":      {"<a>x<!-- non -->y</a>", `<a>"xy"</a>`},
		"line ends normalised":              {"<a>x\r\ny\rz</a>", `<a>"x\ny\nz"</a>`},
		"line ends in CDATA normalised":     {"<a><![CDATA[x\r\ny]]></a>", `<a>"x\ny"</a>`},
		"brackets in text":                  {"<a>]] ]></a>", `<a>"]] ]>"</a>`},
		"accents in names and text":         {"<é à='ç'>ù</é>", `<é à="ç">"ù"</é>`},
		"a default namespace":               {`<a xmlns="u"><b/></a>`, "<{u}a><{u}b></{u}b></{u}a>"},
		"a default namespace taken back": {`<a xmlns="u"><b xmlns=""/><c/></a>`,
			"<{u}a><b></b><{u}c></{u}c></{u}a>"},
		"a prefix bound again inside": {`<p:a xmlns:p="u"><p:b xmlns:p="v"/><p:c/></p:a>`,
			"<{u}a><{v}b></{v}b><{u}c></{u}c></{u}a>"},
		"a prefix used before its binding in a tag": {`<a p:x="1" xmlns:p="u"/>`, `<a {u}x="1"></a>`},
		"no namespace for plain attributes":         {`<a xmlns="u" x="1"/>`, `<{u}a x="1"></{u}a>`},
		"the xml prefix": {`<a xml:lang="fr"/>`,
			`<a {http://www.w3.org/XML/1998/namespace}lang="fr"></a>`},
		"attribute values with blanks made spaces": {"<a x=' 1\n2\r\n3\t4&#10;'/>", `<a x=" 1 2 3 4\n"></a>`},
		"blanks where XML allows them":             {"<a  x = '1' ><b\n/></a >", `<a x="1"><b></b></a>`},
		"a declaration": {`<?xml version="1.0" encoding='utf-8' standalone="yes" ?><a/>`,
			"<a></a>"},
		"a byte order mark":        {"\uFEFF<?xml version='1.0'?><a/>", "<a></a>"},
		"comments around the root": {"<!-- 1 --><a/><!-- 2 -->\n", "<a></a>"},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := tokens(c.body)
			if err != nil || got != c.want {
				t.Errorf("got %s, %v; want %s", got, err, c.want)
			}
		})
	}
}

func TestReaderRefuses(t *testing.T) {
	deep := strings.Repeat("<a>", xmltext.MaxDepth+1)
	wide := "<a"
	for i := range xmltext.MaxAttributes + 1 {
		wide += fmt.Sprintf(" a%d=''", i)
	}
	for name, c := range map[string]struct {
		body, code string
		offset     int64
	}{
		"nothing":                           {"", "XML_MAL_FORME", 0},
		"blanks alone":                      {" \n", "XML_MAL_FORME", 2},
		"text alone":                        {"bonjour", "XML_MAL_FORME", 0},
		"a document type":                   {`<!DOCTYPE a SYSTEM "x"><a/>`, "DTD_INTERDITE", 0},
		"a document type after a comment":   {`<!-- --><!DOCTYPE a>`, "DTD_INTERDITE", 8},
		"an unknown entity":                 {"<a>&xxe;</a>", "ENTITE_INTERDITE", 3},
		"an entity too long to end":         {"<a>&abcdefghijklmnop;</a>", "ENTITE_INTERDITE", 3},
		"a lone ampersand":                  {"<a>x & y</a>", "XML_MAL_FORME", 5},
		"an entity in an attribute":         {"<a x='&xxe;'/>", "ENTITE_INTERDITE", 6},
		"a reference to no character":       {"<a>&#0;</a>", "CARACTERE_INTERDIT", 3},
		"a reference to a surrogate":        {"<a>&#xD800;</a>", "CARACTERE_INTERDIT", 3},
		"a reference with a sign":           {"<a>&#+65;</a>", "CARACTERE_INTERDIT", 3},
		"a processing instruction":          {"<a><?php ?></a>", "INSTRUCTION_INTERDITE", 3},
		"an instruction before the root":    {"<?pi?><a/>", "INSTRUCTION_INTERDITE", 0},
		"a declaration that is not first":   {" <?xml version='1.0'?><a/>", "INSTRUCTION_INTERDITE", 1},
		"nesting too deep":                  {deep, "TROP_PROFOND", int64(3 * xmltext.MaxDepth)},
		"too many attributes":               {wide + "/>", "TROP_D_ATTRIBUTS", -1},
		"an attribute twice":                {"<a x='1' x='2'/>", "ATTRIBUT_REPETE", -1},
		"an attribute twice by namespace":   {"<a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>", "ATTRIBUT_REPETE", -1},
		"a declaration twice":               {"<a xmlns='u' xmlns='u'/>", "ATTRIBUT_REPETE", -1},
		"an unbound element prefix":         {"<p:a/>", "PREFIXE_INCONNU", -1},
		"an unbound attribute prefix":       {"<a p:x='1'/>", "PREFIXE_INCONNU", -1},
		"a prefix out of its element":       {"<a><b xmlns:p='u'/><p:c/></a>", "PREFIXE_INCONNU", -1},
		"a prefix unbound by emptiness":     {"<a xmlns:p=''/>", "XML_MAL_FORME", -1},
		"the xmlns prefix declared":         {"<a xmlns:xmlns='u'/>", "XML_MAL_FORME", -1},
		"the xml prefix bound elsewhere":    {"<a xmlns:xml='u'/>", "XML_MAL_FORME", -1},
		"the xmlns prefix used":             {"<xmlns:a/>", "PREFIXE_INCONNU", -1},
		"two roots":                         {"<a/><b/>", "CONTENU_APRES_RACINE", 4},
		"text after the root":               {"<a/> x", "CONTENU_APRES_RACINE", 5},
		"a wrong end tag":                   {"<a><b></a></b>", "XML_MAL_FORME", 6},
		"an end tag that only begins alike": {"<a></ab>", "XML_MAL_FORME", 3},
		"an end tag alone":                  {"</a>", "XML_MAL_FORME", 0},
		"no end tag":                        {"<a><b/>", "XML_MAL_FORME", 7},
		"half a tag":                        {"<a", "XML_MAL_FORME", 2},
		"a bare less-than sign":             {"<a>1 < 2</a>", "XML_MAL_FORME", 6},
		"a less-than sign in an attribute":  {"<a x='<'/>", "XML_MAL_FORME", 6},
		"an attribute without quotes":       {"<a x=1/>", "XML_MAL_FORME", 5},
		"an attribute without a value":      {"<a x/>", "XML_MAL_FORME", 4},
		"attributes that touch":             {"<a x='1'y='2'/>", "XML_MAL_FORME", 8},
		"a name that begins with a digit":   {"<1a/>", "XML_MAL_FORME", 1},
		"a name with two colons":            {"<a:b:c xmlns:a='u'/>", "XML_MAL_FORME", -1},
		"a name that ends with a colon":     {"<a: xmlns:a='u'/>", "XML_MAL_FORME", -1},
		"the end of CDATA in text":          {"<a>x]]>y</a>", "XML_MAL_FORME", 4},
		"CDATA outside the root":            {"<![CDATA[x]]><a/>", "XML_MAL_FORME", 0},
		"an unfinished CDATA section":       {"<a><![CDATA[x</a>", "XML_MAL_FORME", 17},
		"two hyphens in a comment":          {"<a><!-- x -- y --></a>", "XML_MAL_FORME", -1},
		"a control character":               {"<a>\x01</a>", "CARACTERE_INTERDIT", 3},
		"a control character in CDATA":      {"<a><![CDATA[\x01]]></a>", "CARACTERE_INTERDIT", 12},
		"a control character in a comment":  {"<a><!--\x01--></a>", "CARACTERE_INTERDIT", 7},
		"a control character in a value":    {"<a x='\x01'/>", "CARACTERE_INTERDIT", 6},
		"U+FFFF":                            {"<a>\uFFFF</a>", "CARACTERE_INTERDIT", 3},
		"bytes that are not UTF-8":          {"<a>caf\xe9</a>", "ENCODAGE", 6},
		"UTF-16":                            {"\xff\xfe<\x00a\x00", "ENCODAGE", 0},
		"another encoding declared":         {"<?xml version='1.0' encoding='ISO-8859-1'?><a/>", "ENCODAGE", 0},
		"another version":                   {"<?xml version='1.1'?><a/>", "XML_MAL_FORME", 0},
		"a declaration without version":     {"<?xml encoding='UTF-8'?><a/>", "XML_MAL_FORME", 0},
		"a declaration in another order": {"<?xml version='1.0' standalone='no' encoding='UTF-8'?><a/>",
			"XML_MAL_FORME", 0},
		"a declaration that does not end":    {"<?xml version='1.0'", "XML_MAL_FORME", -1},
		"a notation or element declaration":  {"<a><!ELEMENT a ANY></a>", "XML_MAL_FORME", 3},
		"a null byte":                        {"<a>\x00</a>", "CARACTERE_INTERDIT", 3},
		"a blank between bracket and name":   {"< a/>", "XML_MAL_FORME", 1},
		"a slash that does not end the tag":  {"<a /x>", "XML_MAL_FORME", -1},
		"a reference that names no number":   {"<a>&#x;</a>", "CARACTERE_INTERDIT", 3},
		"a comment that does not end":        {"<a><!-- x", "XML_MAL_FORME", -1},
		"a value that does not end":          {"<a x='1", "XML_MAL_FORME", 7},
		"an entity that a quote cuts":        {"<a x='&am' y=';'/>", "ENTITE_INTERDITE", 6},
		"a byte order mark then another one": {"\uFEFF\uFEFF<a/>", "XML_MAL_FORME", 3},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := tokens(c.body)
			var unreadable *roc.Unreadable
			if !errors.As(err, &unreadable) {
				t.Fatalf("read as %s; want %s", got, c.code)
			}
			if unreadable.Code != c.code || c.offset >= 0 && unreadable.Offset != c.offset {
				t.Errorf("got %s at %d, want %s at %d", unreadable.Code, unreadable.Offset, c.code, c.offset)
			}
			if !strings.HasSuffix(unreadable.Label, ".") {
				t.Errorf("label %q is no sentence", unreadable.Label)
			}
		})
	}
}

func TestAnErrorStays(t *testing.T) {
	r := xmltext.NewReader([]byte("<a>&x;</a>"))
	_, _ = r.Next()
	_, first := r.Next()
	_, second := r.Next()
	if first == nil || !errors.Is(second, first) {
		t.Errorf("first %v, then %v", first, second)
	}
}

func TestSkipReadsAWholeElement(t *testing.T) {
	for name, body := range map[string]string{
		"with children":   "<a><b><c>x</c><c/></b><d/></a>",
		"that is empty":   "<a><b/><d/></a>",
		"that holds text": "<a><b>x</b><d/></a>",
	} {
		t.Run(name, func(t *testing.T) {
			r := xmltext.NewReader([]byte(body))
			_, _ = r.Next()
			_, _ = r.Next()
			if err := r.Skip(); err != nil {
				t.Fatal(err)
			}
			kind, err := r.Next()
			if kind != xmltext.Start || err != nil || r.Name().Local != "d" || r.Depth() != 2 {
				t.Errorf("after Skip: %v %v %v, depth %d", kind, r.Name(), err, r.Depth())
			}
		})
	}
}

func TestReadingCostsNoMemoryForEachElement(t *testing.T) {
	body := []byte("<a>" + strings.Repeat("<b c='1'>texte</b>\n", 10000) + "</a>")
	allocations := testing.AllocsPerRun(5, func() {
		r := xmltext.NewReader(body)
		for kind := xmltext.Start; kind != xmltext.EOF; {
			var err error
			if kind, err = r.Next(); err != nil {
				t.Fatal(err)
			}
		}
	})
	if allocations > 10 {
		t.Errorf("%v allocations for 10000 elements", allocations)
	}
}
