package search_test
import ("testing";"fmt")
func TestZZ(t *testing.T){ for _,c := range []*corpus{demonstration(),thousand()} { n:=0; for _,f := range c.files { n+=len(f.Body) }; b := opened(t,c); var root struct{Spell string}; _=b; s := c.session(t); s.Call("({Spell: root.spell})",&root); for _,f := range c.files { if f.Name==root.Spell {fmt.Println(n, len(f.Body))} } } }
