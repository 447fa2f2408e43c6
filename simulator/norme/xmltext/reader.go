package xmltext

import "unsafe"

// The limits of a document.
const (
	MaxDepth      = 32
	MaxAttributes = 32 // of one element, namespace declarations included
)

// A Kind is a kind of token.
type Kind uint8

// The kinds of token.
const (
	EOF   Kind = iota // the document is complete
	Start             // start tag; an empty element gives Start then End
	End
	Text // character data up to the next tag; blanks between tags are not reported
)

// A Name is a name with its prefix resolved.
type Name struct{ Space, Local string }

// An Attr is an attribute that is no namespace declaration.
type Attr struct {
	Name  Name
	Value string
}

// A Reader reads one document. The zero Reader is of no use; NewReader makes one.
//
// What it remembers of names and text are places in the body, not strings: it then holds next to no
// pointer, and the garbage collector has next to nothing to follow in it.
type Reader struct {
	s        string // the body
	pos      int
	kind     Kind
	begun    bool // the encoding was checked and the declaration read
	rooted   bool // the root's start tag was read
	empty    bool // the start tag just read closes itself
	copied   bool // the text just read is in scratch
	depth    int
	name     frame  // the element whose tag was just read
	text     extent // the text just read, in the body or in scratch
	scratch  []byte
	attrs    []Attr
	bindings []binding
	live     int // number of bindings in force; those after it stay until the next declaration
	err      error
	stack    [MaxDepth]frame
}

// An extent is a part of the body.
type extent struct{ start, end int }

// A frame is an element: its name as written, and what its prefix means.
type frame struct {
	raw   extent
	local int // where the name begins, its prefix left out
	space int // binding of its namespace, -1 where it has none
	outer int // number of bindings in force outside the element
}

// NewReader returns a reader of body. Names and texts are parts of the body, not copies: it must not
// change any more.
func NewReader(body []byte) *Reader {
	return &Reader{s: unsafe.String(unsafe.SliceData(body), len(body))}
}

// Name returns the name of the element whose tag was just read.
func (r *Reader) Name() Name { return Name{r.space(), r.s[r.name.local:r.name.raw.end]} }

// Attrs returns the attributes of the start tag just read; they are good until the next call to Next.
func (r *Reader) Attrs() []Attr { return r.attrs }

// Text returns the text just read, references replaced and line ends normalised.
func (r *Reader) Text() string {
	if r.copied {
		return string(r.scratch)
	}
	return r.s[r.text.start:r.text.end]
}

// Depth returns the number of elements that are open.
func (r *Reader) Depth() int { return r.depth }

// Offset returns the number of bytes read.
func (r *Reader) Offset() int64 { return int64(r.pos) }

// Next reads the next token.
func (r *Reader) Next() (Kind, error) {
	if r.err != nil {
		return EOF, r.err
	}
	kind, err := r.next()
	r.kind = kind
	if err != nil {
		r.err = err
	}
	return kind, err
}

func (r *Reader) next() (Kind, error) {
	switch {
	case r.empty:
		r.empty = false
		r.pop()
		return End, nil
	case r.depth > 0:
		return r.content()
	}
	return r.outside()
}

// Skip reads up to the end of the element whose start tag was just read.
func (r *Reader) Skip() error {
	for depth := r.depth; r.depth >= depth; {
		if _, err := r.Next(); err != nil {
			return err
		}
	}
	return nil
}

// outside reads what surrounds the root: blanks, comments, the root's start tag, the end.
func (r *Reader) outside() (Kind, error) {
	if !r.begun {
		if err := r.begin(); err != nil {
			return EOF, err
		}
	}
	for {
		r.pos = skipBlanks(r.s, r.pos)
		switch {
		case r.pos == len(r.s) && r.rooted:
			return EOF, nil
		case r.pos == len(r.s):
			return EOF, r.fail(malformed, "Le document est vide ou tronqué.")
		case r.s[r.pos] == '<' && r.isComment():
			if err := r.comment(); err != nil {
				return EOF, err
			}
		case r.rooted:
			return EOF, r.fail(trailing, "Rien ne peut suivre la fin du document, hors blancs et commentaires.")
		case r.s[r.pos] != '<':
			return EOF, r.fail(malformed, "Un document XML commence par un élément.")
		default:
			return r.tag()
		}
	}
}

// tag reads what begins with "<" and is neither comment nor CDATA section.
func (r *Reader) tag() (Kind, error) {
	next := byte(0)
	if r.pos+1 < len(r.s) {
		next = r.s[r.pos+1]
	}
	switch next {
	case '/':
		return End, r.endTag()
	case '!':
		return EOF, r.declaration()
	case '?':
		return EOF, r.fail(instruction, "Les instructions de traitement sont interdites.")
	}
	return Start, r.startTag()
}

func (r *Reader) pop() {
	r.depth--
	r.name = r.stack[r.depth]
	r.live = r.name.outer
	r.attrs = r.attrs[:0]
}
