package search

import "encoding/binary"

// geo writes where each document is, in three bytes: twelve bits of latitude
// and twelve of longitude, of the box that holds them all; nought and nought
// for nowhere. Its first 16 bytes are the box: south, west, north and east in
// hundred-thousandths of a degree, each four bytes, the lowest first.
func (x *Index) geo() []byte {
	b := x.box()
	var out []byte
	for _, side := range b {
		out = binary.LittleEndian.AppendUint32(out, uint32(int32(side*1e5)))
	}
	for i := range x.Docs {
		lat, lon := grid(x.Docs[i].Lat, b[0], b[2]), grid(x.Docs[i].Lon, b[1], b[3])
		if x.Docs[i].Lat == 0 {
			lat, lon = 0, 0
		}
		out = append(out, byte(lat>>4), byte(lat<<4)|byte(lon>>8), byte(lon))
	}
	return out
}

// box is the south, west, north and east of all places.
func (x *Index) box() [4]float64 {
	b := [4]float64{90, 180, -90, -180}
	for i := range x.Docs {
		if d := x.Docs[i]; d.Lat != 0 {
			b = [4]float64{min(b[0], d.Lat), min(b[1], d.Lon), max(b[2], d.Lat), max(b[3], d.Lon)}
		}
	}
	return b
}

// grid puts a coordinate on a scale of twelve bits, from 1 to 4095.
func grid(v, from, to float64) uint16 {
	if to <= from {
		return 1
	}
	const steps = 1<<12 - 2
	return 1 + uint16((v-from)/(to-from)*steps+0.5)
}
