package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
)

// LanguagesRoot is the folder of the words in which a site may be told besides
// its own, one file for each edition: languages/pl.toml.
const LanguagesRoot = "languages"

// ReadEditions reads the editions that a site can be told in: its own over the
// built-in ones, phrase by phrase. Easy Read is the first.
func ReadEditions(site, builtin fs.FS) ([]*offer.Edition, []offer.Problem, error) {
	var problems offer.Problems
	editions := map[string]*offer.Edition{}
	var ids []string
	for _, from := range []fs.FS{builtin, site} {
		files, err := fs.ReadDir(from, LanguagesRoot)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, nil, fmt.Errorf("read %s: %w", LanguagesRoot, err)
		}
		for _, file := range files {
			id, isWords := strings.CutSuffix(file.Name(), ".toml")
			if !isWords || !file.Type().IsRegular() || hidden(file) {
				continue
			}
			name := path.Join(LanguagesRoot, file.Name())
			text, err := fs.ReadFile(from, name)
			if err != nil {
				return nil, nil, fmt.Errorf("read %s: %w", name, err)
			}
			if editions[id] == nil {
				ids = append(ids, id)
			}
			editions[id] = readEdition(id, name, text, editions[id], &problems)
		}
	}
	slices.SortFunc(ids, easyReadFirst)
	all := make([]*offer.Edition, len(ids))
	for i, id := range ids {
		all[i] = editions[id]
	}
	return all, problems.All(), nil
}

func easyReadFirst(a, b string) int {
	switch {
	case a == offer.EasyRead:
		return -1
	case b == offer.EasyRead:
		return 1
	}
	return strings.Compare(a, b)
}

// readEdition reads the words of one edition over those of the built-in one,
// which may be nil.
func readEdition(id, file string, text []byte, builtin *offer.Edition, problems *offer.Problems) *offer.Edition {
	r := &editionReader{edition: &offer.Edition{ID: id, Name: id, Lang: id, File: file}, words: map[string]string{}, problems: problems}
	if builtin != nil {
		*r.edition = *builtin
	}
	if id == offer.EasyRead {
		r.edition.Lang = ""
	} else if !offer.LanguageID(id) {
		problems.Add(offer.Place{File: file}, "the name of the file is not that of a language", "use its code, like pl.toml for Polish or pt-br.toml for Brazilian Portuguese")
	}
	if builtin != nil {
		r.clock24 = builtin.Words.Clock24
	}
	tree := decodeTOML(text, file, 0, problems)
	for _, field := range tree.Fields {
		r.setting(field)
	}
	r.edition.Words = offer.NewPhrases(r.words)
	if builtin != nil {
		r.edition.Words = r.edition.Words.Over(builtin.Words)
	}
	r.edition.Words.Clock24 = r.clock24
	return r.edition
}

type editionReader struct {
	edition  *offer.Edition
	words    map[string]string
	clock24  bool
	problems *offer.Problems
}

var editionSettings = []string{"name", "direction", "clock", "urgent", "words"}

func (r *editionReader) setting(field offer.Field) {
	value := &field.Value
	switch {
	case field.Name == "name" && value.Shape == offer.Scalar && value.Text != "":
		r.edition.Name = value.Text
	case field.Name == "direction" && (value.Text == "ltr" || value.Text == "rtl"):
		r.edition.Right = value.Text == "rtl"
	case field.Name == "clock" && (value.Text == "12" || value.Text == "24"):
		r.clock24 = value.Text == "24"
	case field.Name == "urgent" && value.Shape == offer.List:
		r.edition.Urgent = nil
		for _, word := range value.Items {
			if text := strings.ToLower(strings.TrimSpace(word.Text)); text != "" {
				r.edition.Urgent = append(r.edition.Urgent, text)
			}
		}
	case field.Name == "words" && value.Shape == offer.Map:
		for _, word := range value.Fields {
			r.phrase(word)
		}
	case field.Name == "clock":
		r.problems.Add(value.At, "the clock is neither 12 nor 24", `write clock = "24" where three in the afternoon is 15:00, else "12"`)
	case field.Name == "direction":
		r.problems.Add(value.At, "the direction is neither ltr nor rtl", `write direction = "rtl" for a language that runs from right to left, else "ltr"`)
	case slices.Contains(editionSettings, field.Name):
		r.problems.Add(value.At, field.Name+" cannot be read", `write name = "Polski", and below [words] the English, = and what is said for it`)
	default:
		r.problems.Add(field.At, "there is no setting called "+field.Name+" for a language", offer.DidYouMean(field.Name, editionSettings))
	}
}

func (r *editionReader) phrase(word offer.Field) {
	value := &word.Value
	if value.Shape != offer.Scalar {
		r.problems.Add(value.At, "what is said for “"+word.Name+"” must be plain words", `write "`+word.Name+`" = "…"`)
		return
	}
	if place := offer.Misplaced(word.Name, value.Text); place != "" {
		r.problems.Add(value.At, "there is a place "+place+" here that “"+word.Name+"” has not", "use the places of the English, in any order, each as it stands there")
		return
	}
	r.words[word.Name] = value.Text
}
