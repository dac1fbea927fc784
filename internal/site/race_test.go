//go:build race

package site_test

// raced says that the race detector is on, and a day takes ten times as long.
const raced = true
