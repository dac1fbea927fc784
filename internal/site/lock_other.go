//go:build !unix

package site

import "os"

// lockFolder cannot keep a second build out on this system.
func lockFolder(folder string) (*os.File, error) { return os.Open(folder) }
