//go:build unix

package site

import (
	"os"

	"golang.org/x/sys/unix"
)

// lockFolder keeps a second build out of a staging folder. The kernel lets go
// of the lock when the process ends, however it ends.
func lockFolder(folder string) (*os.File, error) {
	f, err := os.Open(folder)
	if err != nil {
		return nil, err
	}
	if err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		_ = f.Close()
		return nil, ErrBusy
	}
	// The other build may have put the folder in place between the two steps.
	held, err := f.Stat()
	now, errNow := os.Stat(folder)
	if err != nil || errNow != nil || !os.SameFile(held, now) {
		_ = f.Close()
		return nil, ErrBusy
	}
	return f, nil
}
