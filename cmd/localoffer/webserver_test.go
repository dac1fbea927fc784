//go:build unix

package main

import (
	"bytes"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// webServer is one of them: how it is named, and its own settings, in which
// those of the program are included.
type webServer struct {
	name, program, settings string
	args                    func(config string) []string
}

var webServers = []webServer{
	{"nginx", "nginx", `daemon off;
master_process off;
pid RUN/pid;
error_log stderr;
events {}
http {
    access_log off;
    client_body_temp_path RUN/body;
    proxy_temp_path RUN/proxy;
    fastcgi_temp_path RUN/fastcgi;
    uwsgi_temp_path RUN/uwsgi;
    scgi_temp_path RUN/scgi;
    server {
        listen ADDRESS;
        include SITE/host/nginx.conf;
    }
}
`, func(config string) []string { return []string{"-e", "stderr", "-c", config} }},
	{"apache", "apache2", `ServerRoot RUN
ServerName localhost
Listen ADDRESS
PidFile RUN/pid
DefaultRuntimeDir RUN
ErrorLog RUN/errors
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule alias_module /usr/lib/apache2/modules/mod_alias.so
LoadModule autoindex_module /usr/lib/apache2/modules/mod_autoindex.so
LoadModule deflate_module /usr/lib/apache2/modules/mod_deflate.so
LoadModule filter_module /usr/lib/apache2/modules/mod_filter.so
LoadModule dir_module /usr/lib/apache2/modules/mod_dir.so
LoadModule headers_module /usr/lib/apache2/modules/mod_headers.so
LoadModule mime_module /usr/lib/apache2/modules/mod_mime.so
LoadModule rewrite_module /usr/lib/apache2/modules/mod_rewrite.so
TypesConfig /dev/null
AddOutputFilterByType DEFLATE text/html text/css text/javascript
Include SITE/host/apache.conf
`, func(config string) []string { return []string{"-DFOREGROUND", "-f", config} }},
}

// formPolicy is that of the form for editors once a council has named where its
// repository is.
const formPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self' https://api.github.com; frame-ancestors 'none'"

// tool gives where a program is that a test stands on. Where it is not
// installed, the test is skipped and says why; make test installs them, and there
// a skip would hide a fault.
func tool(t *testing.T, program string) string {
	t.Helper()
	for _, name := range []string{program, "/usr/sbin/" + program} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("LOCALOFFER_REQUIRE_TOOLS") != "" {
		t.Fatalf("%s is not installed: make deps-tools", program)
	}
	t.Skipf("%s is not installed: make deps-tools", program)
	return ""
}

// hosted builds the demonstration for a path, writes the settings of a host for
// it, and starts that host. It gives the host's address, and
// the folder of what was built.
func hosted(t *testing.T, w webServer, path string) (origin, public string) {
	t.Helper()
	binary := tool(t, w.program)
	scratch := openFolder(t)
	folder, runtime := filepath.Join(scratch, "site"), filepath.Join(scratch, "run")
	public = filepath.Join(scratch, "public")
	copyDemonstration(t, folder)
	put(t, filepath.Join(folder, "static/admin/index.html"), "<!doctype html><title>Form</title><meta http-equiv=\"Content-Security-Policy\" content=\""+strings.TrimSuffix(formPolicy, "; frame-ancestors 'none'")+"\"><h1>Form</h1>")
	put(t, filepath.Join(folder, "static/admin/config.yml"), "backend: {}\n")
	base := "https://localoffer.example.org" + path + "/"
	do(t, "build", "--site", folder, "--out", public, "--as-of", "2026-11-21", "--base-url", base, "--compress")
	do(t, "new", "host", w.name, "--site", folder, "--base-url", base, "--folder", public)

	address := freeAddress(t)
	config := strings.NewReplacer("RUN", runtime, "SITE", folder, "ADDRESS", address).Replace(w.settings)
	file := filepath.Join(scratch, "server.conf")
	if err := os.WriteFile(file, []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(runtime, 0o755); err != nil {
		t.Fatal(err)
	}
	start(t, exec.Command(binary, w.args(file)...), runtime, address)
	return "http://" + address, public
}

// openFolder is a temporary folder into which every user may look.
func openFolder(t *testing.T) string {
	t.Helper()
	folder, err := os.MkdirTemp("", "localoffer-host")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	if err := os.Chmod(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	return folder
}

func do(t *testing.T, args ...string) {
	t.Helper()
	var out, errs bytes.Buffer
	if code := run(args, strings.NewReader(""), &out, &errs); code != exitDone {
		t.Fatalf("localoffer %s: %d\n%s", strings.Join(args, " "), code, errs.String())
	}
}

func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// start runs a server until the test is over, never as root: that neither needs
// nor suits it.
func start(t *testing.T, cmd *exec.Cmd, runtime, address string) {
	t.Helper()
	var said bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &said
	if os.Getuid() == 0 {
		const nobody = 65534
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
		if err := os.Chown(runtime, nobody, nobody); err != nil {
			t.Fatal(err)
		}
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait() // it is told to end, and what it says is printed where it ends too soon
		close(ended)
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Signal(syscall.SIGTERM)
		<-ended
	})
	for {
		if conn, err := net.Dial("tcp", address); err == nil {
			_ = conn.Close()
			return
		}
		select {
		case <-ended:
			more, _ := os.ReadFile(filepath.Join(runtime, "errors")) // where it had got as far as that
			t.Fatalf("%s ended: %s%s", cmd.Path, said.String(), more)
		case <-time.After(20 * time.Millisecond):
		}
	}
}
