package main

import (
	"runtime"
	"runtime/debug"
	"strings"
)

// version is what the Go toolchain recorded of this program.
func version() string {
	v := recordedVersion()
	if v == "" {
		v = "development"
	}
	return "localoffer " + v + " (" + runtime.Version() + ")"
}

func recordedVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "(devel)" {
		return ""
	}
	return info.Main.Version
}

// published is the version that a workflow can fetch: this one, or the latest
// where this one was made from files that nobody else has.
func published() string {
	if v := recordedVersion(); v != "" && !strings.Contains(v, "+dirty") {
		return v
	}
	return "latest"
}
