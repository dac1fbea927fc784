package site

import (
	"math"
	"strconv"
)

// The page colours of the built-in style sheet, behind all text.
const (
	page     = "#fffdf7"
	pageDark = "#1b181a"
)

// Contrast is the contrast ratio of two hexadecimal colours, 1 to 21, as WCAG
// 2.2 defines it. The second result is false where one is no colour.
func Contrast(a, b string) (float64, bool) {
	la, okA := luminance(a)
	lb, okB := luminance(b)
	if !okA || !okB {
		return 0, false
	}
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05), true
}

// luminance is WCAG's relative luminance of a colour such as #7a2e5d.
func luminance(colour string) (float64, bool) {
	const digits = 6
	if len(colour) != digits+1 || colour[0] != '#' {
		return 0, false
	}
	n, err := strconv.ParseUint(colour[1:], 16, 32)
	if err != nil {
		return 0, false
	}
	channel := func(shift uint) float64 {
		c := float64(n>>shift&0xff) / 0xff
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*channel(16) + 0.7152*channel(8) + 0.0722*channel(0), true
}
