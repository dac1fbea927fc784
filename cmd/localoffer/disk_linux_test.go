package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// onSmallDisk runs a script in a folder that is a disk of its own, of so many
// megabytes, which nobody else sees.
const onSmallDisk = `
set -eu
disk=$1 localoffer=$2 site=$3
mount -t tmpfs -o size=24m none "$disk"
build() { "$localoffer" build --site "$site" --out "$disk/public" --as-of "$1"; }
unchanged() { diff -r "$disk/public" "$site/before" >/dev/null || echo "$1: THE WEBSITE CHANGED"; }
build 2026-11-21 >/dev/null
cp -r "$disk/public" "$site/before"
for room in 0 4 64 256 1024 2048; do
	dd if=/dev/zero of="$disk/fill" bs=4k >/dev/null 2>&1 || true
	truncate -s "-${room}K" "$disk/fill"
	code=0
	build 2027-03-01 >"$site/said" 2>&1 || code=$?
	echo "full but for $room kB: exit $code: $(tail -1 "$site/said")"
	unchanged "$room"
	ls -A "$disk" | grep -v -e fill -e '^public$' || true
	rm "$disk/fill"
done
mount -o remount,ro "$disk"
code=0
build 2027-03-01 >"$site/said" 2>&1 || code=$?
echo "read only: exit $code: $(tail -1 "$site/said")"
unchanged "read only"
mount -o remount,rw "$disk"
build 2026-11-21 >/dev/null
unchanged "with room again"
`

// A disk that is really full, to the last byte or to a few megabytes, and one
// that can only be read.
func TestASmallDiskLeavesTheOldSite(t *testing.T) {
	localoffer := program(t)
	if out, err := exec.Command("unshare", "-rm", "true").CombinedOutput(); err != nil {
		t.Skip("this machine gives nobody a disk of their own: ", string(out), err)
	}
	folder, disk := t.TempDir(), t.TempDir()
	copyDemonstration(t, folder)
	script := filepath.Join(folder, "script.sh")
	if err := os.WriteFile(script, []byte(onSmallDisk), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("unshare", "-rm", "sh", script, disk, localoffer, folder).CombinedOutput()
	if err != nil {
		t.Fatal(err, string(out))
	}
	t.Log("\n" + string(out))
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	if len(lines) != 7 {
		t.Errorf("there are %d lines, not 7: something was left behind, or changed", len(lines))
	}
	for _, line := range lines {
		if !strings.Contains(line, ": exit 3: localoffer: ") || strings.Contains(line, "CHANGED") || strings.Contains(line, "panic") {
			t.Error(line)
		}
	}
}

// A folder that is a disk of its own, as containers have them, cannot give its place
// to another.
func TestAWebsiteThatIsADiskOfItsOwnIsToldOf(t *testing.T) {
	localoffer := program(t)
	if out, err := exec.Command("unshare", "-rm", "true").CombinedOutput(); err != nil {
		t.Skip("this machine gives nobody a disk of their own: ", string(out), err)
	}
	_, folder := smallSite(t)
	const script = `mount -t tmpfs none "$1" && exec "$2" build --site "$3" --out "$1"`
	out, err := exec.Command("unshare", "-rm", "sh", "-c", script, "sh", t.TempDir(), localoffer, folder).CombinedOutput()
	if err == nil || !strings.Contains(string(out), "build elsewhere and use localoffer publish") {
		t.Error(err, string(out))
	}
}
