package links

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"strconv"
)

// outcome is what came of asking once: an answer as the ledger writes it, why
// in words, and where it led.
type outcome struct{ answer, why, to string }

// failed is the outcome where there was no answer. All of it may be somebody's
// bad day, or ours, but for a certificate that belongs to another website.
func failed(err error) outcome {
	var name x509.HostnameError
	if errors.As(err, &name) {
		return outcome{answer: answerInsecure, why: "it shows the certificate of another website", to: name.Host}
	}
	return outcome{answer: answerUntold, why: why(err)}
}

func why(err error) string {
	var shut shutError
	var dns *net.DNSError
	switch {
	case errors.As(err, &shut):
		return string(shut)
	case errors.Is(err, errPrivate):
		return "it leads into a private network, which is not asked"
	case errors.As(err, &dns):
		return "its name could not be looked up"
	case insecure(err):
		return "no secure connection could be made"
	case timedOut(err):
		return "it took too long to answer"
	}
	return "no connection could be made"
}

// insecure reports that the trouble is with the certificate or with TLS. What
// either side calls an alert comes as a network error with one of two names.
func insecure(err error) bool {
	var certificate *tls.CertificateVerificationError
	var record tls.RecordHeaderError
	var op *net.OpError
	alert := errors.As(err, &op) && (op.Op == "remote error" || op.Op == "local error")
	return alert || errors.As(err, &certificate) || errors.As(err, &record)
}

func timedOut(err error) bool {
	var slow net.Error
	return errors.Is(err, context.DeadlineExceeded) || errors.As(err, &slow) && slow.Timeout()
}

// odd reports a failure that asking in another way may mend: the website was
// reached, and broke off or, as some do at a HEAD, said nothing.
func odd(err error) bool {
	var shut shutError
	var op *net.OpError
	if errors.As(err, &op) && op.Op == "dial" {
		return false
	}
	return !errors.As(err, &shut) && !insecure(err)
}

// statusWords say what a website answered, for those that are told.
func statusWords(status int) string {
	switch {
	case status == 401 || status == 403:
		return "it does not let programs in (" + strconv.Itoa(status) + ")"
	case status == 429:
		return "the website asks us to come back another time"
	case status >= 500:
		return "the website has trouble of its own (" + strconv.Itoa(status) + ")"
	}
	return "it gave an answer that tells nothing (" + strconv.Itoa(status) + ")"
}
