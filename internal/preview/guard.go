package preview

import (
	"net"
	"net/http"
	"strings"
)

// refuse says why a request is not answered, or "".
//
// A preview on this computer has no password, and any website open in the same
// browser can send it requests. What such a website may not do is change
// anything here, or read the answer by giving our address a name of its own
// (DNS rebinding).
func (s *Server) refuse(r *http.Request) string {
	switch {
	case s.Private && !isLocal(r.Host):
		return "This preview is for this computer only. Its address begins with 127.0.0.1 or localhost."
	case crossOrigin.Check(r) != nil:
		return "Another website may not change anything here."
	}
	return ""
}

// crossOrigin is the standard library's protection: it compares Sec-Fetch-Site,
// or else Origin with Host, for all but GET, HEAD and OPTIONS.
var crossOrigin = http.NewCrossOriginProtection()

// isLocal reports that a Host header names this computer.
func isLocal(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return ip != nil && ip.IsLoopback()
}

// IsPrivate reports that only this computer can reach an address one listens on.
func IsPrivate(address net.Addr) bool {
	tcp, ok := address.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}
