package scaffold

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"github.com/localoffer/localoffer/internal/offer"
	"github.com/localoffer/localoffer/internal/output"
)

// Most hosts find in the published folder all they need to know. What is made
// here is for those whose settings are kept elsewhere, for their operator.

//go:embed host
var hostFiles embed.FS

var hostTemplates = template.Must(template.ParseFS(hostFiles, "host/*"))

// hosts are the files that each host needs.
var hosts = map[string][]string{
	"apache":     {"apache.conf"},
	"cloudfront": {"cloudfront-function.js", "cloudfront-headers.json"},
	"nginx":      {"nginx.conf"},
}

// Hosts are the names of the hosts that there are settings for.
func Hosts() []string {
	var names []string
	for name := range hosts {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// hosting is what the templates print.
type hosting struct {
	*output.Hosting
	Folder string // where the files stand on the server
}

// Lettered are the types for which the letters are said, but for HTML, whose
// letters nginx always says.
func (h hosting) Lettered() []output.Type {
	return slices.DeleteFunc(slices.Clone(h.Types), func(t output.Type) bool { return t.Full() == t.Name || t.Ending == "html" })
}

// Host writes the settings of one of the Hosts into a folder of a site, host/,
// and gives their names. The policy is that of the site's form for editors, or "".
func Host(folder, name string, c *offer.Catalogue, formPolicy, served string) ([]string, error) {
	h := hosting{output.NewHosting(c, formPolicy), strings.TrimSuffix(served, "/")}
	names := slices.Clone(hosts[name])
	if name == "cloudfront" && h.Form != nil {
		names = append(names, formHeaders)
	}
	files := map[string]string{}
	for _, file := range names {
		var out bytes.Buffer
		if err := h.write(&out, file); err != nil {
			return nil, err
		}
		files["host/"+file] = out.String()
	}
	return names, writeAll(folder, files)
}

// formHeaders are for the form for editors. CloudFront knows one policy for all
// that is behind an address.
const formHeaders = "cloudfront-headers-admin.json"

func (h hosting) write(out *bytes.Buffer, file string) error {
	switch file {
	case "cloudfront-headers.json":
		return writeCloudFront(out, "local-offer", h.Headers)
	case formHeaders:
		return writeCloudFront(out, "local-offer-admin", h.Form.Headers)
	}
	return hostTemplates.ExecuteTemplate(out, file, h)
}

// writeCloudFront writes a response headers policy for the command
// aws cloudfront create-response-headers-policy. It has a field of its own for
// each header that it knows, and takes those nowhere else.
func writeCloudFront(out *bytes.Buffer, name string, headers []output.Header) error {
	security := map[string]any{}
	custom := []map[string]any{}
	for _, line := range headers {
		switch line.Name {
		case "Content-Security-Policy":
			security["ContentSecurityPolicy"] = map[string]any{"Override": true, "ContentSecurityPolicy": line.Value}
		case "Strict-Transport-Security":
			seconds, err := strconv.Atoi(strings.TrimPrefix(line.Value, "max-age="))
			if err != nil {
				return fmt.Errorf("write the headers for CloudFront: %w", err)
			}
			security["StrictTransportSecurity"] = map[string]any{"Override": true, "AccessControlMaxAgeSec": seconds, "IncludeSubdomains": false, "Preload": false}
		case "Referrer-Policy":
			security["ReferrerPolicy"] = map[string]any{"Override": true, "ReferrerPolicy": line.Value}
		case "X-Content-Type-Options":
			security["ContentTypeOptions"] = map[string]any{"Override": true}
		default:
			custom = append(custom, map[string]any{"Header": line.Name, "Value": line.Value, "Override": true})
		}
	}
	e := json.NewEncoder(out)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(map[string]any{
		"Name": name, "Comment": "What localoffer asks of every host", "SecurityHeadersConfig": security,
		"CustomHeadersConfig": map[string]any{"Quantity": len(custom), "Items": custom},
	})
}
