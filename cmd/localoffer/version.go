package main

import (
	"runtime"
	"runtime/debug"
)

// version is what the Go toolchain recorded of this program.
func version() string {
	v := "development"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		v = info.Main.Version
	}
	return "localoffer " + v + " (" + runtime.Version() + ")"
}
