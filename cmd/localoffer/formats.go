package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/site"
)

// formats are the ways in which check can print.
var formats = map[string]func(io.Writer, []offer.Problem, bool) error{
	"text": printText, "json": printJSON, "github": printGitHub, "gitlab": printGitLab, "azure": printAzure,
}

func printText(w io.Writer, problems []offer.Problem, strict bool) error {
	printProblems(w, problems)
	_, err := fmt.Fprintln(w, countProblems(site.Blocking(problems, strict)))
	return err
}

func printProblems(w io.Writer, problems []offer.Problem) {
	for _, p := range problems {
		fmt.Fprintln(w, p)
	}
}

func countProblems(n int) string {
	switch n {
	case 0:
		return "no problems"
	case 1:
		return "1 problem"
	}
	return fmt.Sprintf("%d problems", n)
}

func printJSON(w io.Writer, problems []offer.Problem, strict bool) error {
	type problem struct {
		File     string `json:"file"`
		Line     int    `json:"line,omitempty"`
		Column   int    `json:"column,omitempty"`
		Severity string `json:"severity"`
		Message  string `json:"message"`
		Hint     string `json:"hint,omitempty"`
	}
	list := make([]problem, 0, len(problems))
	for _, p := range problems {
		list = append(list, problem{p.File, p.Line, p.Col, severity(p, strict), p.What, p.Hint})
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(list)
}

func severity(p offer.Problem, strict bool) string {
	if p.Advice && !strict {
		return "warning"
	}
	return "error"
}

// printGitHub writes workflow commands, which GitHub shows on the lines of a
// pull request. Its documentation says which characters must be escaped.
func printGitHub(w io.Writer, problems []offer.Problem, strict bool) error {
	message := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	for _, p := range problems {
		place := "file=" + property.Replace(p.File)
		if p.Line > 0 {
			place += fmt.Sprintf(",line=%d,col=%d", p.Line, max(p.Col, 1))
		}
		if _, err := fmt.Fprintf(w, "::%s %s::%s\n", severity(p, strict), place, message.Replace(words(p))); err != nil {
			return err
		}
	}
	return nil
}

// printGitLab writes a code quality report, which GitLab shows on the lines of a
// merge request. The fingerprint tells it which problems are new, so it is made
// of what does not change when lines above are edited.
func printGitLab(w io.Writer, problems []offer.Problem, strict bool) error {
	type lines struct {
		Begin int `json:"begin"`
	}
	type location struct {
		Path  string `json:"path"`
		Lines lines  `json:"lines"`
	}
	type finding struct {
		Description string   `json:"description"`
		CheckName   string   `json:"check_name"`
		Fingerprint string   `json:"fingerprint"`
		Severity    string   `json:"severity"`
		Location    location `json:"location"`
	}
	severities := map[string]string{"error": "blocker", "warning": "minor"}
	list := make([]finding, 0, len(problems))
	for _, p := range problems {
		sum := sha256.Sum256([]byte(p.File + "\n" + p.What))
		list = append(list, finding{words(p), "localoffer", hex.EncodeToString(sum[:]), severities[severity(p, strict)], location{p.File, lines{max(p.Line, 1)}}})
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(list)
}

// printAzure writes logging commands, which Azure Pipelines shows with the run
// and on pull requests. Its documentation says which characters must be escaped.
func printAzure(w io.Writer, problems []offer.Problem, strict bool) error {
	message := strings.NewReplacer("%", "%AZP25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%AZP25", "\r", "%0D", "\n", "%0A", ";", "%3B", "]", "%5D")
	for _, p := range problems {
		place := "sourcepath=" + property.Replace(p.File) + ";"
		if p.Line > 0 {
			place += fmt.Sprintf("linenumber=%d;columnnumber=%d;", p.Line, max(p.Col, 1))
		}
		if _, err := fmt.Fprintf(w, "##vso[task.logissue type=%s;%s]%s\n", severity(p, strict), place, message.Replace(words(p))); err != nil {
			return err
		}
	}
	return nil
}

// words are a problem and what to do about it.
func words(p offer.Problem) string {
	if p.Hint == "" {
		return p.What
	}
	return p.What + "\nhint: " + p.Hint
}
