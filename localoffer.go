// Package localoffer holds the demonstration site, which is also the built-in
// theme and what the tests are tried on: one site, with no second copy of it
// that could drift apart.
package localoffer

import "embed"

// Demonstration is the site at the root of the repository: config.toml,
// content, languages, layouts and static.
//
//go:embed config.toml all:content all:languages all:layouts all:static
var Demonstration embed.FS
