package links

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"syscall"
	"time"
)

// An entry's address, or a redirect from one, must not make this program ask
// the machine it runs on or the network behind it. So the guard stands where a
// connection is made, after the name was looked up: a name that leads inside,
// one that changes between two look-ups, and a redirect all come past it.

var errPrivate = errors.New("an address that is not on the public internet")

// reserved are the blocks inside the address space in use that are not the
// public internet's (IANA's special-purpose registries). The translations of
// IPv4 (64:ff9b::/96 and others) and all local IPv6 lie outside 2000::/3.
var reserved = prefixes(
	"0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
	"192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
	"198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
	"2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
)

var globalIPv6 = netip.MustParsePrefix("2000::/3")

func prefixes(list ...string) []netip.Prefix {
	var all []netip.Prefix
	for _, s := range list {
		all = append(all, netip.MustParsePrefix(s))
	}
	return all
}

func public(ip netip.Addr) bool {
	if ip.Zone() != "" || ip.Is4In6() || ip.Is6() && !globalIPv6.Contains(ip) {
		return false
	}
	for _, p := range reserved {
		if p.Contains(ip) {
			return false
		}
	}
	return ip.IsValid()
}

// PublicOnly is the guard, for the Control of a net.Dialer.
func PublicOnly(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil || !public(to.Addr()) {
		return errPrivate
	}
	return nil
}

// transport makes each request on a connection of its own, straight to the
// website: it takes no proxy from the environment, which would look names up
// behind the guard's back.
func transport(o Options) *http.Transport {
	dialer := &net.Dialer{Timeout: o.Timeout, Control: PublicOnly}
	if o.AllowPrivate {
		dialer.Control = nil
	}
	dial := dialer.DialContext
	if o.Dial != nil {
		dial = o.Dial
	}
	return &http.Transport{
		DialContext: dial, ForceAttemptHTTP2: true, DisableKeepAlives: true,
		TLSHandshakeTimeout: o.Timeout, ResponseHeaderTimeout: o.Timeout,
		ExpectContinueTimeout: time.Second, MaxResponseHeaderBytes: mostRead,
	}
}
