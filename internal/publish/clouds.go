//go:build allclouds

package publish

// The clouds beside S3 bring as much as the rest of the program, so they are in
// releases, and not in what is built from source unless it is asked for.
import (
	_ "gocloud.dev/blob/azureblob"
	_ "gocloud.dev/blob/gcsblob"
)
