package site_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"testing/fstest"

	yaml "go.yaml.in/yaml/v3"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
	"github.com/localoffer/localoffer/internal/source"
)

// realData is a folder of records from real directories, kept outside the
// repository for their licences' sake.
func realData(t *testing.T, name string) string {
	t.Helper()
	folder := filepath.Join("..", "..", "..", "shared", "data", name)
	if _, err := os.Stat(folder); err != nil {
		t.Skip("the real data is not here: ", err)
	}
	return folder
}

// record is what a real directory says of one activity, as far as it can be
// put into our fields.
type record struct {
	name   string
	fields map[string]any
	body   string
}

// put adds a field that says something.
func (r *record) put(field string, value any) {
	if text, ok := value.(string); ok && strings.TrimSpace(text) == "" {
		return
	}
	r.fields[field] = value
}

// newRecord fills what our entries need and real records lack.
func newRecord(name, title, summary string) record {
	r := record{name: name, fields: map[string]any{
		"provider": "real", "type": "service", "category": "clubs-and-groups", "tier": "universal", "ages": "0-25",
		"needs": "all", "areas": "all", "way-in": "book", "eligibility": "Ask first.", "owner": "Family information team",
		"reviewed": map[string]any{"on": "2026-10-01", "by": "Family information team", "how": "website"},
	}}
	r.put("title", title)
	r.put("summary", summary)
	return r
}

// markdown writes a record as a file with JSON front matter.
func (r record) markdown(t *testing.T) []byte {
	t.Helper()
	matter, err := json.MarshalIndent(r.fields, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return []byte(string(matter) + "\n\n" + r.body + "\n")
}

func buckinghamshire(t *testing.T) []record {
	text, err := os.ReadFile(filepath.Join(realData(t, "scout"), "services.json"))
	if err != nil {
		t.Fatal(err)
	}
	var list struct {
		Content []struct {
			ID          int     `json:"id"`
			Name        string  `json:"name"`
			Description string  `json:"description"`
			URL         *string `json:"url"`
			Min         *int    `json:"min_age"`
			Max         *int    `json:"max_age"`
			Locations   []struct {
				Name     string `json:"name"`
				Address  string `json:"address_1"`
				City     string `json:"city"`
				Postcode string `json:"postal_code"`
				Mask     *bool  `json:"mask_exact_address"`
			} `json:"locations"`
		} `json:"content"`
	}
	if err := json.Unmarshal(text, &list); err != nil {
		t.Fatal(err)
	}
	var records []record
	for _, s := range list.Content {
		r := newRecord(fmt.Sprintf("bucks-%d", s.ID), s.Name, firstSentence(s.Description))
		from, to := 0, 25
		if s.Min != nil {
			from = *s.Min
		}
		if s.Max != nil {
			to = *s.Max
		}
		r.put("ages", fmt.Sprintf("%d-%d", from, to))
		if s.URL != nil {
			r.put("contact", map[string]any{"website": *s.URL})
		}
		if len(s.Locations) > 0 {
			l := s.Locations[0]
			r.put("venue", map[string]any{"name": l.Name, "address": l.Address, "town": l.City, "postcode": l.Postcode, "mask": l.Mask != nil && *l.Mask})
		}
		r.body = s.Description
		records = append(records, r)
	}
	return records
}

var anyPostcode = regexp.MustCompile(`[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}`)

func lambeth(t *testing.T) []record {
	files, err := filepath.Glob(filepath.Join(realData(t, "lambeth"), "*.md"))
	if err != nil || len(files) == 0 {
		t.Fatal("no files", err)
	}
	var records []record
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var f struct {
			Title   string `yaml:"title"`
			Short   string `yaml:"shortDescription"`
			Long    string `yaml:"description"`
			Age     struct{ MinAge, MaxAge *int }
			Who     string `yaml:"eligibility"`
			Where   string `yaml:"location"`
			When    string `yaml:"time"`
			Email   string `yaml:"email"`
			Phone   string `yaml:"phone"`
			Website string `yaml:"website"`
		}
		matter := strings.SplitN(string(text), "---", 3)
		if err := yaml.Unmarshal([]byte(matter[1]), &f); err != nil {
			t.Fatal(file, err)
		}
		r := newRecord("lambeth-"+source.Slug(strings.TrimSuffix(filepath.Base(file), ".md")), f.Title, f.Short)
		r.put("eligibility", f.Who)
		contact := map[string]any{}
		for name, value := range map[string]string{"email": f.Email, "phone": f.Phone, "website": f.Website} {
			if strings.TrimSpace(value) != "" {
				contact[name] = value
			}
		}
		r.put("contact", contact)
		r.put("venue", map[string]any{"address": f.Where, "postcode": anyPostcode.FindString(f.Where)})
		r.body = f.Long + "\n\n" + f.When
		records = append(records, r)
	}
	return records
}

func firstSentence(s string) string {
	first, _, _ := strings.Cut(strings.TrimSpace(s), ".")
	return first
}

// among is the demonstration with real records among its own.
func among(t *testing.T, records []record) fstest.MapFS {
	t.Helper()
	files := demonstration(t)
	files["content/providers/real.md"] = realProvider
	for _, r := range records {
		files["content/activities/"+r.name+".md"] = &fstest.MapFile{Data: r.markdown(t)}
	}
	return files
}

// Every record of a real directory becomes a page that passes the audit, or a
// named problem at a line of its own file.
func TestRealRecordsArePagesOrNamedProblems(t *testing.T) {
	if testing.Short() {
		t.Skip("reads much, one thing after another")
	}
	for name, read := range map[string]func(*testing.T) []record{"Buckinghamshire": buckinghamshire, "Lambeth": lambeth} {
		t.Run(name, func(t *testing.T) {
			records := read(t)
			files := among(t, records)
			_, problems, err := site.Make(files, benchOptions)
			if err != nil {
				t.Fatal(err)
			}
			wrong := map[string]offer.Problem{}
			for _, p := range problems {
				wrong[p.File] = p
			}
			// What has a problem is taken out, as its editor would do until it
			// is mended; all the rest must build and pass.
			for file := range wrong {
				delete(files, file)
			}
			pages := rendered(t, files, benchOptions)
			built := 0
			for _, r := range records {
				_, isPage := pages["activities/"+r.name+"/index.html"]
				p, isProblem := wrong["content/activities/"+r.name+".md"]
				switch {
				case isPage == isProblem:
					t.Errorf("%s: page %v, problem %v", r.name, isPage, isProblem)
				case isProblem && (p.What == "" || p.Line == 0):
					t.Errorf("%s: a problem with no words or line: %v", r.name, p)
				case isPage:
					built++
				}
			}
			t.Logf("%d of %d records are pages; the others have a named problem", built, len(records))
			if built == 0 {
				t.Error("no record is a page")
			}
			for _, p := range problems {
				t.Log(p)
			}
		})
	}
}

// Advice that comes too often is soon not read. These records were written with
// no such help, so some is due: each piece was read by a person when the rules
// were drawn, and this holds its amount.
func TestAdviceOnRealRecordsIsSparing(t *testing.T) {
	if testing.Short() {
		t.Skip("reads much, one thing after another")
	}
	for name, read := range map[string]func(*testing.T) []record{"Buckinghamshire": buckinghamshire, "Lambeth": lambeth} {
		t.Run(name, func(t *testing.T) {
			records := read(t)
			files := among(t, records)
			problems, err := site.Check(t.Context(), files, benchOptions)
			if err != nil {
				t.Fatal(err)
			}
			own := 0
			for _, p := range problems {
				if p.Advice && strings.Contains(p.File, "/"+strings.ToLower(name)[:4]) {
					own++
					t.Log(p)
				}
			}
			t.Logf("%d pieces of advice on %d records", own, len(records))
			if own == 0 || own > 5*len(records) {
				t.Errorf("%d pieces of advice on %d records", own, len(records))
			}
		})
	}
}

var realProvider = &fstest.MapFile{Data: []byte("---\ntitle: Real\nsummary: A real provider.\ntype: charity\nareas: all\ncontact: {email: a@example.org}\nreviewed: {on: 2026-10-01}\nowner: Team\n---\n")}
