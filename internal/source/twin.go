package source

import (
	"crypto/sha256"
	"path"
	"strconv"
	"strings"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// A file whose name has a word before its ending, sunday-swim.pl.md, tells the
// entry of sunday-swim.md in another edition. It is read once that is, for it
// is the original with other words laid over.

// twinsApart parts the names of twins from those of originals.
func twinsApart(names []string) (originals, twins []string) {
	for _, name := range names {
		if _, edition := untwined(name); edition == "" {
			originals = append(originals, name)
		} else {
			twins = append(twins, name)
		}
	}
	return originals, twins
}

// untwined takes the name of a twin's file apart: its original's file, and the
// edition that it is told in, which is "" for an original.
func untwined(name string) (original, edition string) {
	folder, file := path.Split(name)
	slug, edition, _ := strings.Cut(strings.TrimSuffix(file, ".md"), ".")
	return folder + slug + ".md", edition
}

// holds reports that a file which has not changed is still what it was read as:
// a twin is another one as soon as its original is.
func (r *rereader) holds(old *readFile) bool {
	if old.of == nil {
		return old.entry != nil
	}
	original := r.files[old.of.File]
	return original != nil && original.entry == old.of
}

// readTwin reads the file of a twin again, where it or its original has changed.
func (r *rereader) readTwin(name string, old *readFile) *readFile {
	file, id := untwined(name)
	original, edition := r.files[file], r.settings.Edition(id)
	if original == nil || edition == nil {
		return &readFile{problems: r.loose(name, original == nil)}
	}
	text, err := readUpTo(r.site, name, mostBytes)
	if old != nil && err == nil && old.of == original.entry && old.entry != nil && old.entry.Sum == sha256.Sum256(text) {
		return &readFile{entry: old.entry, of: old.of, problems: old.problems}
	}
	entry, problems := r.twin(name, text, err, edition, original.entry)
	return &readFile{entry: entry, of: original.entry, problems: problems}
}

// loose reports a file that can be nobody's twin.
func (r *rereader) loose(name string, alone bool) []offer.Problem {
	var problems offer.Problems
	file, id := untwined(name)
	if r.settings.Edition(id) == nil {
		hint := "take “." + id + "” out of the name; or, if it is the code of a language: localoffer new language " + id
		if near := offer.Suggest(id, r.editions()); near != "" && (strings.EqualFold(near, id) || !offer.LanguageID(id) || len(id) > len("xx")) {
			hint = "did you mean " + strings.TrimSuffix(file, ".md") + "." + near + ".md?"
		}
		problems.Add(offer.Place{File: name}, "the name of the file says that this is in “"+id+"”, and there is no such language here", hint)
		return problems.All()
	}
	if alone {
		problems.Add(offer.Place{File: name}, "there is no "+file+" that this tells in other words", "call it as the file that it tells is called now, with ."+id+".md at its end; where that is gone, delete this one")
	}
	return problems.All()
}

// editions are the names of those that the site can be told in.
func (r *rereader) editions() []string {
	var ids []string
	for _, ed := range r.settings.Editions {
		ids = append(ids, ed.ID)
	}
	return ids
}

// twin reads a twin over its original.
func (r *rereader) twin(name string, text []byte, err error, edition *offer.Edition, original *offer.Entry) (*offer.Entry, []offer.Problem) {
	var problems, ignored offer.Problems
	k, e := entryOf(name)
	e.Slug, e.Edition = original.Slug, edition
	whole, gone := readUpTo(r.site, original.File, mostBytes)
	if err != nil || gone != nil {
		if err != nil {
			problems.Add(offer.Place{File: name}, "the file cannot be read: "+reason(err), unreadableHint)
		}
		return nil, problems.All()
	}
	e.Sum = sha256.Sum256(text)
	doc, facts := cut(name, text, &problems), cut(original.File, whole, &ignored)
	problems.Join(k.CheckTwin(&doc.matter, &facts.matter, e, r.settings))
	if d, ok := e.Detail.(*kind.Page); ok && d.Statement != nil {
		problems.Add(offer.Place{File: name}, "the words of an accessibility statement are the law's, and English", "delete this file; tell about accessibility in a page of another name")
	}
	e.Body = render(e, doc, r.settings.Prefix(), &problems)
	checkRetold(e, original, &problems)
	if d, ok := e.Detail.(kind.Stepped); ok {
		e.Detail = d.After(original.Body.Sections, e.Body.Sections)
		checkSteps(e, original, &problems)
	}
	return e, problems.All()
}

// checkRetold reports a twin that nobody has put into other words yet. Published,
// it would be English that says it is Polish, and a screen reader would read it
// so.
func checkRetold(e, original *offer.Entry, problems *offer.Problems) {
	at := offer.Place{File: e.File}
	for _, p := range e.Said {
		if p.Field == "summary" {
			at = p.At
		}
	}
	text := e.Body.Text()
	if e.Summary != "" && e.Summary == original.Summary || text != "" && text == original.Body.Text() {
		problems.Add(at, "this is still in the words of "+original.File, "put its summary and its text into "+e.Edition.Name+"; until then, keep it out of content/")
	}
}

// checkSteps reports a twin with more or fewer headings than its original, by
// whose order it is told what stands after which.
func checkSteps(e, original *offer.Entry, problems *offer.Problems) {
	if own, theirs := len(kind.Headed(e.Body.Sections)), len(kind.Headed(original.Body.Sections)); own != theirs {
		problems.Add(offer.Place{File: e.File}, "this has "+offer.Counted(own, "heading", "headings")+" of the second level, and "+original.File+" has "+strconv.Itoa(theirs),
			"give it the same headings in the same order, each with ## in front: after them stand the lists of what there is today")
	}
}
