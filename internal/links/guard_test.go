package links_test

import (
	"net"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"

	"github.com/localoffer/localoffer/internal/links"
)

func TestOnlyThePublicInternetIsReached(t *testing.T) {
	for _, ip := range []string{
		"127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255",
		"192.168.0.1", "192.168.255.255", "169.254.169.254", "100.64.0.1", "100.127.255.255", "192.0.0.8", "192.0.2.1",
		"192.88.99.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
		"::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "fe80::1", "fe80::1%eth0", "febf::1", "fec0::1",
		"fc00::1", "fd12:3456::1", "ff02::1", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1",
		"2002:7f00:1::", "3fff::1", "5f00::1", "4000::1",
	} {
		if links.PublicOnly("tcp", net.JoinHostPort(ip, "80"), nil) == nil {
			t.Errorf("%s was let through", ip)
		}
	}
	for _, ip := range []string{"8.8.8.8", "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1", "172.15.0.1", "172.32.0.1", "223.255.255.255", "2606:4700::1111", "2a00:1450:4009::1", "2001:4860:4860::8888"} {
		if err := links.PublicOnly("tcp", net.JoinHostPort(ip, "443"), nil); err != nil {
			t.Errorf("%s was refused: %s", ip, err)
		}
	}
	for _, odd := range []string{"", "localhost:80", "10.0.0.1", "unix"} {
		if links.PublicOnly("tcp", odd, nil) == nil {
			t.Errorf("%q was let through", odd)
		}
	}
}

// inside is a server on this machine that nobody may reach.
func inside(t *testing.T) (*httptest.Server, *atomic.Int32) {
	var reached atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { reached.Add(1) }))
	t.Cleanup(server.Close)
	return server, &reached
}

func TestThisMachineIsNotReachedByAnyName(t *testing.T) {
	server, reached := inside(t)
	_, port, err := net.SplitHostPort(server.Listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	// Whatever the environment says, nothing goes by way of a proxy.
	t.Setenv("HTTP_PROXY", server.URL)
	t.Setenv("http_proxy", server.URL)
	s := newStage(t)
	for _, name := range []string{"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"} {
		url := "http://" + name + ":" + port + "/"
		s.plays("club.example", sends(302, url))
		for _, asked := range []string{url, "http://club.example/"} {
			if got := s.one(asked); got.Verdict != links.Untold || got.To != "" {
				t.Errorf("%s by %s: got %+v", name, asked, got)
			}
		}
		o := s.options()
		o.Dial = nil // the dialer of its own
		if _, got := links.Check(t.Context(), linksTo(url), nil, o); got[0].Verdict != links.Untold {
			t.Errorf("%s with its own dialer: got %+v", name, got)
		}
	}
	if reached.Load() != 0 {
		t.Errorf("it was reached %d times", reached.Load())
	}
}

func TestAPrivateNetworkIsReachedWhereItIsAllowed(t *testing.T) {
	server, reached := inside(t)
	o := newStage(t).options()
	o.Dial, o.AllowPrivate = nil, true
	if _, got := links.Check(t.Context(), linksTo(server.URL), nil, o); got[0].Verdict != links.OK || reached.Load() != 1 {
		t.Errorf("got %+v", got)
	}
}
