package offer

import "slices"

// Phrases are the words of the settings that families read, for those who put
// them into another language. Some may be empty, and some there more than once.
func (s *Settings) Phrases() []string {
	all := []string{s.Title, s.Tagline, s.Demonstration, s.Help.Name, s.Help.Hours, s.Help.Note}
	for i := range s.Vocabularies {
		v := &s.Vocabularies[i]
		all = append(all, v.Title, v.All)
		for _, value := range v.Values {
			all = append(all, value.Label, value.Question, value.Opposite)
			if slices.Contains(Explained, v.Field) {
				all = append(all, value.Explanation())
			}
		}
	}
	for _, r := range s.Routes {
		all = append(all, r.How, r.WhoDecides, r.Evidence, r.Appeal)
	}
	return all
}
