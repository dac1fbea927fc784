package preview

import (
	"io/fs"
	"sync"
	"time"
)

// looks goes through the whole folder and compares what each file says of
// itself with what it said at the look before. It costs a call for each file,
// and is what is left where nobody tells of changes: on a network drive, in
// some virtual machines, and where there are more folders than may be watched.
type looks struct {
	mirror *mirror
	now    func() time.Time

	mu    sync.Mutex
	last  map[string]stamp
	since uint64 // what the mirror had been told before the last look
}

// stamp is what a file says of itself without being opened.
type stamp struct {
	size int64
	mode fs.FileMode
	at   time.Time
}

// fresh is how long a file may have been saved again without showing it: clocks
// of disks tick as seldom as every two seconds.
const fresh = 3 * time.Second

// newLooks takes the first look, with which later ones are compared.
func newLooks(m *mirror, now func() time.Time) *looks {
	l := &looks{mirror: m, now: now, since: m.Version(".")}
	l.last = l.look()
	return l
}

// tell tells the mirror of all that has changed since the last look, and of what
// is too fresh to be sure of.
func (l *looks) tell() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, name := range l.changed(true) {
		l.mirror.tell(name)
	}
}

// missed tells the mirror of what has changed since the last look and was not
// told until now, and gives one such name. What settle is not sure of was told
// to somebody, perhaps.
func (l *looks) missed(settle func() bool) string {
	l.mu.Lock()
	defer l.mu.Unlock()
	since := l.since
	l.since = l.mirror.Version(".")
	changed := l.changed(false)
	if len(changed) == 0 {
		return ""
	}
	first, sure := "", settle()
	for _, name := range changed {
		if told := l.mirror.Version(name) > since; !told || !sure {
			l.mirror.tell(name)
			if sure {
				first = name
			}
		}
	}
	return first
}

// changed looks, and gives the names at which there is something else than at
// the look before.
func (l *looks) changed(doubtful bool) []string {
	now, today := l.look(), l.now()
	var names []string
	for name, s := range now {
		young := doubtful && !s.mode.IsDir() && s.at.Sub(today).Abs() < fresh
		if before, known := l.last[name]; !known || before != s || young {
			names = append(names, name)
		}
	}
	for name := range l.last {
		if _, still := now[name]; !still {
			names = append(names, name)
		}
	}
	l.last = now
	return names
}

func (l *looks) look() map[string]stamp {
	stamps := make(map[string]stamp, len(l.last))
	for _, root := range roots {
		_ = fs.WalkDir(l.mirror.disk, root, func(name string, d fs.DirEntry, err error) error {
			if err != nil {
				return nil //nolint:nilerr // what cannot be read is reported when it is read
			}
			if s, ok := l.stamp(name, d); ok {
				stamps[name] = s
			}
			return nil
		})
	}
	return stamps
}

// stamp follows a link: what it leads to is what is read. What a folder says of
// itself changes with its files, which are looked at themselves.
func (l *looks) stamp(name string, d fs.DirEntry) (stamp, bool) {
	info, err := d.Info()
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		info, err = fs.Stat(l.mirror.disk, name)
	}
	switch {
	case err != nil:
		return stamp{}, false
	case info.IsDir():
		return stamp{mode: info.Mode()}, true
	}
	return stamp{info.Size(), info.Mode(), info.ModTime().Round(0)}, true
}
