package search_test
import ("testing";"fmt";"time";"strings")
func TestZZ(t *testing.T){ c := demonstration(); a := time.Now(); s := c.session(t); fmt.Println("session", time.Since(a)) 
 for _, q := range []string{"swimming", "swimming", "latet", "latet","sometgines", "somedtines", "some", strings.Repeat("kzvwj blatr ", 20)} { a := time.Now(); ask(t, s, q); fmt.Println(len(q), time.Since(a)) 
 var x any; a = time.Now(); s.Call(fmt.Sprintf("understand(root, %q)", q), &x);  fmt.Println("   understand", time.Since(a)) } }
