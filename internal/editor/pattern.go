package editor

import "github.com/localoffer/localoffer/internal/kind"

// pattern is how a value is written, where a tool can tell that from the text
// alone. Check knows more, and has the last word.
type pattern struct{ text, how string }

var patterns = map[kind.Shape]pattern{
	kind.Date:    {`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`, "Write the year, month and day, like 2026-10-03."},
	kind.Ages:    {`^ *[0-9]{1,2} *((-|–|—| to ) *[0-9]{1,2}|\+)? *$`, "Write them like 5-11, or 5+ for 5 and older."},
	kind.Money:   {`^ *£?[0-9]+(\.[0-9]{1,2})? *$|^ *([Ff]ree|FREE) *$`, "Write pounds and pence, like 3.50, or 0 where it is free."},
	kind.Clock:   {`^ *[0-9]{1,2}([:.][0-9]{2})? *([AaPp][Mm])? *$`, "Write it in the 24-hour clock, like 14:30."},
	kind.Website: {`^[Hh][Tt][Tt][Pp][Ss]?://`, "Write the whole address, with https:// in front."},
	kind.Former:  {`^/[A-Za-z0-9]`, "Write it from the first slash: /activities/old-name/"},
}
