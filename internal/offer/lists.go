package offer

// ListURL is the address of the list of entries with one value of a
// vocabulary, or "" where no listed entry has it.
func (c *Catalogue) ListURL(field, id string) string {
	v := c.Vocabulary(field)
	if v == nil || v.Address == "" || len(c.Tagged(field, id)) == 0 {
		return ""
	}
	return "/" + v.Address + "/" + id + "/"
}

type tagKey struct{ field, id string }

// numberTags numbers all values of all vocabularies: finding one of a hundred
// thousand tags by a number is quicker than by two names.
func (c *Catalogue) numberTags() {
	c.numbers = map[tagKey]int{}
	for i := range c.Vocabularies {
		for _, id := range c.Vocabularies[i].IDs() {
			key := tagKey{c.Vocabularies[i].Field, id}
			if _, known := c.numbers[key]; !known {
				c.numbers[key] = len(c.numbers)
			}
		}
	}
	c.tagged = make([][]*Entry, len(c.numbers))
}

// tagsOf are the values that an activity carries, and every value of a
// vocabulary in which it said "all".
func (c *Catalogue) tagsOf(e *Entry) []int {
	var tags []int
	for i := range c.Vocabularies {
		v := &c.Vocabularies[i]
		ids := e.Tags[v.Field]
		if e.All[v.Field] {
			ids = v.IDs()
		}
		for _, id := range ids {
			if n, known := c.numbers[tagKey{v.Field, id}]; known {
				tags = append(tags, n)
			}
		}
	}
	return tags
}

// fileTags puts a listed activity under each value that it carries.
func (c *Catalogue) fileTags(r *reading) {
	for _, n := range r.tags {
		c.tagged[n] = append(c.tagged[n], r.entry)
	}
}

// Tagged are the listed activities with a value of a vocabulary, by title.
func (c *Catalogue) Tagged(field, id string) []*Entry {
	if n, known := c.numbers[tagKey{field, id}]; known {
		return c.tagged[n]
	}
	return nil
}

// Candidates are listed activities among which all those with the wanted
// values are to be found: the shortest of the lists that could hold them, or
// every listed activity where nothing narrows it.
func (c *Catalogue) Candidates(wanted map[string][]string) []*Entry {
	var best []*Entry
	found := false
	for i := range c.Vocabularies {
		ids := wanted[c.Vocabularies[i].Field]
		if len(ids) == 0 {
			continue
		}
		var list []*Entry
		seen := map[*Entry]bool{}
		for _, id := range ids {
			for _, e := range c.Tagged(c.Vocabularies[i].Field, id) {
				if !seen[e] {
					seen[e] = true
					list = append(list, e)
				}
			}
		}
		if !found || len(list) < len(best) {
			best, found = list, true
		}
	}
	if !found {
		return c.Activities()
	}
	return best
}

// Activities are the listed activities, by title.
func (c *Catalogue) Activities() []*Entry { return c.listed }
