package source

import (
	"io/fs"
	"path"
	"strings"

	"github.com/localoffer/localoffer/internal/kind"
	"github.com/localoffer/localoffer/internal/offer"
)

// find lists the files of content/ in order, and reports what is not content.
func find(site fs.FS, problems *offer.Problems) ([]string, error) {
	list, err := fs.ReadDir(site, Root)
	var files []string
	for _, d := range list {
		switch name := Root + "/" + d.Name(); {
		case hidden(d):
		case d.Type()&fs.ModeSymlink != 0:
			reportLink(name, problems)
		case !d.IsDir() && kind.Of(d.Name()) != nil:
			problems.Add(offer.Place{File: name}, "this is not a folder, so it has no "+d.Name()+" in it", "move it away, and put their files into a folder of that name")
		case !d.IsDir():
			checkLoose(name, problems)
		case kind.Of(d.Name()) == nil:
			problems.Add(offer.Place{File: name}, "there is no kind of content called "+d.Name(), offer.DidYouMean(d.Name(), kind.Folders()))
		default:
			files = append(files, findKind(site, name, problems)...)
		}
	}
	return files, err
}

// findKind lists the files of one kind.
func findKind(site fs.FS, folder string, problems *offer.Problems) []string {
	list, err := fs.ReadDir(site, folder)
	if err != nil {
		problems.Add(offer.Place{File: folder}, "the folder cannot be read: "+reason(err), "ask whoever looks after the computer")
		return nil
	}
	files := make([]string, 0, len(list))
	for _, d := range list {
		switch name := folder + "/" + d.Name(); {
		case hidden(d):
		case d.Type()&fs.ModeSymlink != 0:
			reportLink(name, problems)
		case d.IsDir():
			problems.Add(offer.Place{File: name}, "folders inside "+folder+" are not read", "move its files up into "+folder)
		case !d.Type().IsRegular():
			problems.Add(offer.Place{File: name}, "this is not a file with text in it", "put an ordinary file here")
		case !strings.HasSuffix(name, ".md"):
			problems.Add(offer.Place{File: name}, "this is not a Markdown file", unlikeMarkdown(d.Name()))
		default:
			files = append(files, name)
		}
	}
	return files
}

// unlikeMarkdown is what to do about a file that is none.
func unlikeMarkdown(name string) string {
	switch ending := strings.ToLower(path.Ext(name)); ending {
	case ".doc", ".docx", ".odt", ".rtf", ".pdf", ".pages":
		return "begin a file that ends in .md and copy the words into it; to offer this one itself, move it to static/"
	case ".txt", ".md", ".markdown":
		return "call it " + Slug(strings.TrimSuffix(name[:len(name)-len(ending)], ".md")) + ".md"
	}
	return "give it a name that ends in .md, or move it to static/"
}

// hidden is what editors and systems keep for themselves.
func hidden(d fs.DirEntry) bool {
	return strings.HasPrefix(d.Name(), ".") || strings.HasSuffix(d.Name(), "~")
}

func reportLink(name string, problems *offer.Problems) {
	problems.Add(offer.Place{File: name}, "this is a link to another place, and is not followed", "put the file itself here")
}

// checkLoose reports Markdown that stands in content/ itself, where it would
// never be published. Ledgers and lists may stand there.
func checkLoose(name string, problems *offer.Problems) {
	if strings.HasSuffix(name, ".md") {
		problems.Add(offer.Place{File: name}, "this file is in no folder, so it has no kind", "move it into one of: "+strings.Join(kind.Folders(), ", "))
	}
}
