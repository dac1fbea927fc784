// Package offer holds the nouns of a Local Offer: entries, the values in
// their fields, problems in the content, and the catalogue that links entries
// to one another. Everything else in the program is written in these words.
//
// Two kinds of bad news are kept apart. An error is the disk's fault, or ours:
// stop. A [Problem] is the content's: it has a place, says in an editor's
// words what is wrong and what to do, and is collected with all the others.
//
// Nothing here reads the clock. What depends on the date takes it as an
// argument, so that a site can be built as it was on any day.
package offer
