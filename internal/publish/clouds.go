//go:build !nocloud

package publish

// Each cloud brings its scheme. They find credentials in the environment and in
// the files that the cloud's own tools read; nothing of this program does.
//
// They are more than half of the whole program. Whoever builds it for a folder
// alone, or for workflows that publish by other means, can leave them out with
// the build tag nocloud.
import (
	_ "gocloud.dev/blob/azureblob"
	_ "gocloud.dev/blob/gcsblob"
	_ "gocloud.dev/blob/s3blob"
)
