package source

import (
	"bytes"
	"encoding/json"
	"io"
	"unicode/utf8"

	"github.com/localoffer/localoffer/internal/offer"
)

// decodeJSON reads JSON token by token, which keeps every place.
func decodeJSON(text []byte, file string, line0 int, problems *offer.Problems) offer.Node {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	r := &jsonReader{d: d, text: text, problems: problems, place: offer.Place{File: file, Line: line0 + 1, Col: 1}}
	none := offer.Node{Shape: offer.Map, At: r.here()}
	root, err := r.value()
	if err == nil && root.Shape != offer.Map {
		problems.Add(root.At, "the front matter has no fields", `write it like {"title": "Sunday Swim"}`)
		return none
	}
	if err == nil {
		at := r.here()
		if _, more := d.Token(); more != io.EOF {
			problems.Add(at, "there is something after the closing }", "take it out, or put it below the front matter")
		}
		return root
	}
	problems.Add(r.here(), "this cannot be read as JSON from here on", `every name and every word needs "quotation marks", and a comma stands between two fields`)
	return none
}

type jsonReader struct {
	d        *json.Decoder
	text     []byte
	problems *offer.Problems

	offset int         // how far in the text the place below has come
	place  offer.Place // it only moves on, for each place is asked for in order
}

// here is the place of the next token: past white space, commas and colons.
func (r *jsonReader) here() offer.Place {
	at := int(r.d.InputOffset())
	for at < len(r.text) && bytes.IndexByte([]byte(" \t\r\n,:"), r.text[at]) >= 0 {
		at++
	}
	for ; r.offset < at; r.offset++ {
		switch b := r.text[r.offset]; {
		case b == '\n':
			r.place.Line, r.place.Col = r.place.Line+1, 1
		case utf8.RuneStart(b):
			r.place.Col++
		}
	}
	return r.place
}

func (r *jsonReader) value() (offer.Node, error) {
	out := offer.Node{At: r.here()}
	token, err := r.d.Token()
	if err != nil {
		return out, err
	}
	switch t := token.(type) {
	case json.Delim:
		if t == '[' {
			return r.list(out)
		}
		return r.fields(out)
	case string:
		out.Shape, out.Text, out.Quoted = offer.Scalar, t, true
	case json.Number:
		out.Shape, out.Text = offer.Scalar, t.String()
	case bool:
		out.Shape, out.Text = offer.Scalar, "false"
		if t {
			out.Text = "true"
		}
	}
	return out, nil
}

func (r *jsonReader) list(out offer.Node) (offer.Node, error) {
	out.Shape = offer.List
	for r.d.More() {
		item, err := r.value()
		if err != nil {
			return out, err
		}
		out.Items = append(out.Items, item)
	}
	_, err := r.d.Token()
	return out, err
}

func (r *jsonReader) fields(out offer.Node) (offer.Node, error) {
	out.Shape = offer.Map
	for r.d.More() {
		at := r.here()
		name, err := r.d.Token()
		if err != nil {
			return out, err
		}
		value, err := r.value()
		if err != nil {
			return out, err
		}
		text, _ := name.(string)
		addField(&out, offer.Field{Name: text, At: at, Value: value}, r.problems)
	}
	_, err := r.d.Token()
	return out, err
}
