package search

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
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

// appendImpacts writes how much each posting counts. The impact of a single
// posting is the most, and is not written. Where few different impacts stand in
// many postings they are written once, and the postings say which.
func appendImpacts(out []byte, postings []posting) []byte {
	if len(postings) == 1 {
		return out
	}
	impacts := make([]uint16, len(postings))
	for i, p := range postings {
		impacts[i] = p.impact
	}
	table := tableOf(impacts)
	const worth = 2 // postings for each impact of the table, from which it saves bytes
	if worth*len(table) >= len(postings) {
		const low = 6
		return appendHalves(append(out, 0), impacts, low)
	}
	out = binary.AppendUvarint(out, uint64(len(table)))
	before := uint16(maxImpact)
	for _, impact := range table {
		out = binary.AppendUvarint(out, uint64(before-impact))
		before = impact
	}
	for i, impact := range impacts {
		at, _ := slices.BinarySearchFunc(table, impact, func(a, b uint16) int { return cmp.Compare(b, a) })
		impacts[i] = uint16(at)
	}
	const low = 8
	return appendHalves(out, impacts, low)
}

// tableOf is the different impacts, the highest first.
func tableOf(impacts []uint16) []uint16 {
	table := slices.Clone(impacts)
	slices.SortFunc(table, func(a, b uint16) int { return cmp.Compare(b, a) })
	return slices.Compact(table)
}

// appendHalves writes the high bits of all numbers, then the low ones of all,
// which compress better apart.
func appendHalves(out []byte, numbers []uint16, low int) []byte {
	for _, n := range numbers {
		out = append(out, byte(n>>low))
	}
	for _, n := range numbers {
		out = append(out, byte(n&(1<<low-1)))
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
