package publish

import (
	"cmp"
	"strings"

	"github.com/localoffer/localoffer/internal/output"
)

// stage is when a file is sent. All files of one have arrived before the next
// begins.
type stage int

const (
	needed  stage = iota // what pages ask for
	unasked              // what leads to pages and was not there before: nobody asks for it before a page names it
	fresh                // pages that were not there before
	changed              // pages that were
	front                // the front page: on the first day, the only way in
	root                 // of the search index
	telling              // what tells programs elsewhere of the pages
	last                 // by what workflows know that all of it is there
)

// tellers are the files that lead others to pages.
var tellers = map[string]bool{"sitemap.xml": true, "feed.xml": true, "robots.txt": true, "timetable.json": true, "timetable.ics": true}

func stageOf(f *File, isNew bool) stage {
	switch leads := tellers[f.Path] || output.SearchRoot(f.Path); {
	case f.Path == output.BuildInfo:
		return last
	case leads && isNew:
		return unasked
	case tellers[f.Path]:
		return telling
	case output.SearchRoot(f.Path):
		return root
	case f.Path == "index.html":
		return front
	case !f.page():
		return needed
	case isNew:
		return fresh
	}
	return changed
}

// page reports that the file is for people. A former address may have any ending.
func (f *File) page() bool { return strings.HasPrefix(f.Type, "text/html") }

// before puts files in the order in which they go.
func (f File) before(other File) int {
	return cmp.Or(cmp.Compare(f.stage, other.stage), strings.Compare(f.Path, other.Path))
}
