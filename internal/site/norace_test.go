//go:build !race

package site_test

const raced = false
