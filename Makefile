# Everything a newcomer needs is a word after `make`. `make test` works from a
# fresh clone: it installs what the browser tests stand on.

browser := test/browser
installed := $(browser)/node_modules/.package-lock.json
# Root needs no sudo, and a container often has none.
sudo := $(if $(filter 0,$(shell id -u)),,sudo)
apt := $(sudo) env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get -qq

.DEFAULT_GOAL := help
.PHONY: help build serve test test-go test-browser go-check deps-browser deps-tools bench bench-search shots fuzz faults

help: ## say what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 16

build: ## make the demonstration site in public/
	go run ./cmd/localoffer build

serve: ## look at the demonstration site while editing it
	go run ./cmd/localoffer serve

test: go-check test-go test-browser ## everything, as it runs before each merge

# Where several things are done at once. What takes long there and is done by one
# is left out with -short: the first run has it.
raced := source ask links publish site preview

test-go: deps-tools ## the tests of the program, and again what does several things at once
	LOCALOFFER_REQUIRE_TOOLS=1 go test -p 3 -timeout 20m ./...
	go test -race -short -timeout 20m $(raced:%=./internal/%)

test-browser: deps-browser ## the site as people use it, in Chromium
	cd $(browser) && node run.mjs

go-check: ## formatting and vet
	@unformatted=$$(gofmt -l .) && if [ -n "$$unformatted" ]; then \
		echo "gofmt -w these files:"; echo "$$unformatted"; exit 1; fi
	go vet ./...

deps-browser: ## install Chromium, Java and the npm packages, where they are missing
	@[ -x /usr/bin/chromium ] || { $(apt) update && $(apt) install -y --no-install-recommends chromium fonts-liberation; } >/dev/null
	@command -v java >/dev/null || { $(apt) update && $(apt) install -y --no-install-recommends default-jre-headless; } >/dev/null
	@$(MAKE) --no-print-directory $(installed)

# apache2-bin is the server without the service. Run level 1 keeps nginx from
# starting its own: the tests start what they need, and stop it.
deps-tools: ## install nginx, Apache, curl, git and tmux, where they are missing
	@[ -x /usr/sbin/nginx ] && [ -x /usr/sbin/apache2 ] && command -v curl >/dev/null && command -v git >/dev/null && command -v tmux >/dev/null || \
		{ $(apt) update && $(apt) install -y --no-install-recommends nginx apache2-bin curl git tmux; } >/dev/null

# Packages come exactly as the lockfile says, and none may run a script of its own.
$(installed): $(browser)/package-lock.json
	cd $(browser) && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

bench: ## speed and memory
	go test -run '^$$' -bench . -benchmem ./...

bench-search: deps-browser ## what a search fetches and how long it takes, beside Pagefind
	cd test/bench-search && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && node run.mjs

fuzz: ## hostile input to every parser, FUZZTIME=60s each, on FUZZERS=2 cores
	FUZZTIME=$(FUZZTIME) FUZZERS=$(FUZZERS) test/fuzz/run.sh

# Each fault, so many times: killed, its content changed under it, six at once; and
# each day of a year, and as many edits of a site that is served.
FAULTS ?= 300

faults: ## kill, starve and disturb builds, FAULTS=300 times each
	LOCALOFFER_FAULTS=$(FAULTS) go test ./cmd/localoffer ./internal/site ./internal/preview -v -timeout 120m -run 'AKilledBuild|AtEveryMoment|ChangesWhileItIsRead|BuildsAtOnce|FullDisk|SmallDisk|ReadOnly|AKilledPublish|AYearInWhich|WhatIsServedIsWhat'

shots: deps-browser ## pictures of every type of page, in test/browser/shots/
	cd $(browser) && node run.mjs shots.mjs
