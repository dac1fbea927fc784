#!/bin/sh
# Runs every fuzz target in turn, each for FUZZTIME on FUZZERS cores, and says how
# many inputs each tried. An input that breaks something is kept in testdata/fuzz
# beside the target, where every later run of the tests tries it again.
#
# A target now and then ends with "context deadline exceeded" and no input: that
# is the fuzzer stopping itself when its time is up (golang.org/issue/75804), and
# not a fault of ours. So what counts is whether an input was kept.
set -eu
log=$(mktemp)
trap 'rm -f "$log"' EXIT
broken=0
for place in $(grep -r '^func Fuzz' --include='*_test.go' internal | sed -E 's#^(.*)/[^/]*:func (Fuzz[A-Za-z]+).*#\1:\2#' | sort); do
	package=${place%:*} target=${place#*:}
	ended=0
	go test -run '^$' -fuzz "^$target\$" -fuzztime "${FUZZTIME:-60s}" -parallel "${FUZZERS:-2}" "./$package" >"$log" 2>&1 || ended=$?
	echo "$package $target: $(sed -nE 's/.*execs: ([0-9]+) .*/\1/p' "$log" | tail -1) inputs"
	if [ "$ended" -ne 0 ] && { grep -q 'Failing input written' "$log" || ! grep -q 'context deadline exceeded' "$log"; }; then
		cat "$log"
		broken=1
	fi
done
exit "$broken"
