package search

import (
	"encoding/binary"
	"math"
)

// termShardSize is about how many bytes a shard of terms has before it is
// compressed. It balances the number of requests against what each brings.
const termShardSize = 6 << 10

// termShards cuts the groups into shards of about the same size.
func (x *Index) termShards() [][]group {
	var shards [][]group
	start, size := 0, 0
	for i, g := range x.groups {
		size += len(x.encodeTerms([]group{g}))
		if size >= termShardSize {
			shards = append(shards, x.groups[start:i+1])
			start, size = i+1, 0
		}
	}
	if start < len(x.groups) {
		shards = append(shards, x.groups[start:])
	}
	return shards
}

// bounds are the first and the last form in a shard.
func bounds(shard []group) (lo, hi string) {
	lo = shard[0].forms[0]
	for _, g := range shard {
		hi = max(hi, g.forms[len(g.forms)-1])
	}
	return lo, hi
}

// encodeTerms writes groups one after another: the number of forms; each form
// as how many bytes it shares with the one before, and the rest; the score that
// the highest impact stands for; the number of postings; the gaps between their
// documents; then the impacts.
func (x *Index) encodeTerms(shard []group) []byte {
	var out []byte
	before := ""
	for _, g := range shard {
		out = binary.AppendUvarint(out, uint64(len(g.forms)))
		for _, form := range g.forms {
			same := shared(before, form)
			out = binary.AppendUvarint(out, uint64(same))
			out = binary.AppendUvarint(out, uint64(len(form)-same))
			out = append(out, form[same:]...)
			before = form
		}
		out = binary.BigEndian.AppendUint16(out, x.scale(g.most))
		out = binary.AppendUvarint(out, uint64(len(g.postings)))
		last := uint32(0)
		for _, p := range g.postings {
			out = binary.AppendUvarint(out, uint64(p.doc-last))
			last = p.doc
		}
		out = appendImpacts(out, g.postings)
	}
	return out
}

// appendImpacts writes the high eight bits of all impacts, then the low six of
// all, which compress better apart. The impact of a single posting is the most.
func appendImpacts(out []byte, postings []posting) []byte {
	if len(postings) == 1 {
		return out
	}
	const low = 6
	for _, p := range postings {
		out = append(out, byte(p.impact>>low))
	}
	for _, p := range postings {
		out = append(out, byte(p.impact&(1<<low-1)))
	}
	return out
}

// scale puts the most of a group on a scale of sixteen bits, whose steps are
// equal ratios.
func (x *Index) scale(most float64) uint16 {
	if x.most <= x.least {
		return 0
	}
	return uint16(math.Round(math.Log(most/x.least) / math.Log(x.most/x.least) * math.MaxUint16))
}

func shared(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}
