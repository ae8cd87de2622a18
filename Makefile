# The verbs of this repository. `make` alone lists them.
SHELL := bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

maven = JAVA_HOME="$$(bin/jdk)" ./mvnw -B -ntp
sources = $(shell find pom.xml .mvn bin/aot bin/jvm-options server/pom.xml server/src/main web -type f \
	-not -path '*/node_modules/*' -not -path 'web/dist/*' -not -path '*/target/*' 2>/dev/null)

.PHONY: help
help: ## lists these verbs
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

.PHONY: setup
setup: ## finds or installs what this machine lacks to run Causerie
	@bin/setup

.PHONY: run
run: ## starts everything on this machine: database, LiveKit, sign-in, mail, web app; data stays in ./data
	@bin/setup
	@$(MAKE) --no-print-directory build
	@exec bin/run

.PHONY: build
build: build/built ## builds the web app and the jar, when their sources have changed

build/built: $(sources)
	@echo "Building the web app and the server"
	@$(maven) -q -Dmaven.test.skip=true package
	@bin/aot
	@touch $@

.PHONY: test
test: ## runs every check and test, and ends with how many passed and failed
	@bin/test web server e2e drill

.PHONY: test-web
test-web: ## runs the web app's checks: lint, format, types, unit tests, size
	@bin/test web

.PHONY: test-server
test-server: ## runs the server's checks: format, nullness, architecture, tests
	@bin/test server

.PHONY: e2e
e2e: ## runs the journeys in a real browser against the built server
	@bin/test e2e

.PHONY: drill
drill: ## records for a quarter of an hour while everything fails that can fail, and draws up the account
	@bin/setup
	@$(MAKE) --no-print-directory build
	@bin/drill

.PHONY: fuzz
fuzz: ## sends the server ten minutes of requests its API document describes, and worse
	@bin/fuzz

.PHONY: bench
bench: ## measures what requests cost on this machine, into the table of bench/README.md
	@$(MAKE) --no-print-directory build
	@bin/bench

.PHONY: docs
docs: ## writes the documents that are made from the sources anew
	@$(maven) -q -pl server test -Dtest=SettingsTests -Dcauserie.write-docs=true

.PHONY: screenshots
screenshots: ## takes pictures of every page, phone and desktop, light and dark, into e2e/out/pages
	@bin/setup --tests
	@$(MAKE) --no-print-directory build
	@cd e2e && npm ci --silent && npm run --silent screenshots

.PHONY: format
format: ## formats Java, TypeScript, styles and the like
	@$(maven) -q spotless:apply
	@cd web && npm run --silent format
	@cd e2e && npm ci --silent && npm run --silent format

.PHONY: clean
clean: ## deletes what was built, but not your data
	@rm -rf build target server/target web/target web/dist web/node_modules e2e/node_modules e2e/out
