package publish

import (
	"fmt"

	"gocloud.dev/gcerrors"
)

// What can be done about an error of storage. Whether to try again at once its
// own library has decided already.
const (
	hintAgain  = "publish again: what has arrived is not sent again"
	hintReach  = "is the address right, and are there credentials for it in the environment?"
	hintRights = "these credentials need the right to list, read, write and delete there"
	hintMake   = "make the bucket or container first: publish only fills it"
)

// explain says what was being done, with which file, and what can be done.
func explain(doing, path string, err error) error {
	hint := hintAgain
	switch gcerrors.Code(err) {
	case gcerrors.OK:
		return nil
	case gcerrors.PermissionDenied:
		hint = hintRights
	case gcerrors.NotFound:
		hint = hintMake
	case gcerrors.Unknown:
		if doing == reading {
			hint = hintReach
		}
	}
	return fmt.Errorf("%s %s: %w (%s)", doing, path, err, hint)
}

// reading is what is done first.
const reading = "read"
