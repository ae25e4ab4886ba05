# `make run` and `make test` are each enough on a fresh Debian 12 with a Swift toolchain and make.
# `make help` lists the targets.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.ONESHELL:
.DEFAULT_GOAL := help

SCENARIO ?= Scenarios/bangkok-evening
PLOY := .build/release/ploy
# Tests are built with -enable-testing. A folder of their own keeps that from rebuilding ploy itself.
TEST_BUILD := .build-tests
CHART_PACKAGES := django-js-lib-vega-embed==6.29.0.3 vl-convert-python==1.9.0.post1
CHART_STAMP := 1
SWIFT_FILES := Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources

.PHONY: help run build test bench format lint docs readme results clean packages charts browser bench-packages

help: ## List the targets.
	@echo 'make TARGET, one of:'
	awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-8s %s\n", $$1, $$2 }' Makefile

run: build charts ## Build ploy, compare the strategies of a scenario (SCENARIO=folder for another one), write a report.
	@echo '==> $(PLOY) compare $(SCENARIO) --report'
	$(PLOY) compare $(SCENARIO) --report

build: packages ## Build ploy.
	@echo '==> swift build -c release --product ploy (the first build takes some minutes)'
	swift build -c release --product ploy

test: packages browser charts ## Run all tests.
	@echo '==> building and running all tests in release, because most of them are statistical (some minutes)'
	swift test -c release -Xswiftc -enable-testing --disable-xctest --scratch-path $(TEST_BUILD)
	echo '==> killing ploy at work, a few times'
	Tests/kill/run $(TEST_BUILD)/release/ploy 5 Scenarios/bangkok-evening 80
	Tests/kill/shards $(TEST_BUILD)/release/ploy 3 Scenarios/bangkok-evening 6

bench: packages bench-packages ## Time ploy beside the same models in other simulators (ARGS=--quick for less).
	@echo '==> Benchmarks/run $(ARGS)'
	Benchmarks/run $(ARGS)

format: ## Format all Swift files.
	@swift format format --in-place --recursive --parallel $(SWIFT_FILES)

lint: ## Check the format of all Swift files.
	@swift format lint --strict --recursive --parallel $(SWIFT_FILES)
	echo 'format: ok'

docs: build ## Check the pages: scenario blocks are valid; links, sources and commands exist.
	@docs/check $(PLOY)

readme: build charts ## Renew the picture and the table of README.md from real runs.
	@docs/readme $(PLOY) $(SCENARIO)

results: build charts ## Make the studies in Results/ anew (some minutes of CPU).
	@docs/results $(PLOY)

clean: ## Remove everything that was built.
	@rm -rf .build .build-static $(TEST_BUILD) Benchmarks/.build

# Makes sure of what a package provides, and installs the package if that is missing. `need` takes the package,
# what it is for, and a command that succeeds where it is there.
define INSTALL
missing=()
need() {
  "$${@:3}" >/dev/null 2>&1 && return
  missing+=("$$1")
  echo "missing: $$1, $$2"
}
install_missing() {
  (( $${#missing[@]} )) || return 0
  local as_root=()
  if ! command -v apt-get >/dev/null; then
    echo "There is no apt-get here: please install these by other means: $${missing[*]}" >&2
    exit 1
  fi
  if (( $$(id -u) != 0 )); then
    if ! command -v sudo >/dev/null; then
      echo "Installing needs root. As root: apt-get update && apt-get install $${missing[*]}" >&2
      exit 1
    fi
    as_root=(sudo)
  fi
  echo "==> installing $${missing[*]} with apt-get"
  # An update that fails in part may still know these packages; the installation shows.
  "$${as_root[@]}" apt-get update -qq || true
  "$${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=120 "$${missing[@]}"
}
endef

packages:
	@$(INSTALL)
	if ! command -v swift >/dev/null; then
	  echo 'There is no swift here. ploy needs Swift 6.2 or later: https://www.swift.org/install' >&2
	  exit 1
	fi
	need ca-certificates 'to fetch Swift packages over https' test -s /etc/ssl/certs/ca-certificates.crt
	need git 'to fetch Swift packages' git --version
	need pkg-config 'to find the libraries below' pkg-config --version
	need libgsl-dev 'the GNU Scientific Library: probability laws' pkg-config --exists gsl
	need libsqlite3-dev 'SQLite: studies in files' test -e /usr/include/sqlite3.h
	need libssl-dev 'OpenSSL: SHA-256 of scenario files' pkg-config --exists libcrypto
	need tzdata 'local times of facilities and customers' test -e /usr/share/zoneinfo/Asia/Bangkok
	install_missing

# The script that draws the charts of reports, and what turns them into files, in an environment of the project's own.
charts:
	@$(INSTALL)
	if [[ ! -e .venv/charts-$(CHART_STAMP) ]]; then
	  need python3 'installs the script that draws charts' python3 --version
	  need python3-venv 'an environment of its own for it' python3 -c 'import ensurepip'
	  install_missing
	  echo '==> installing $(CHART_PACKAGES) into .venv (for the charts of reports)'
	  { python3 -m venv .venv && .venv/bin/pip install --quiet --disable-pip-version-check $(CHART_PACKAGES) &&
	    touch .venv/charts-$(CHART_STAMP); } ||
	    echo 'They could not be installed: reports will have tables and no charts.' >&2
	fi

# What the tests of pages need.
browser:
	@$(INSTALL)
	need chromium 'opens reports in tests' chromium --version
	need chromium-driver 'drives it' chromedriver --version
	need poppler-utils 'reads printed reports' pdftotext -v
	need sqlite3 'looks into studies that were cut off' sqlite3 --version
	install_missing

bench-packages:
	@$(INSTALL)
	need python3 'runs the comparison' python3 --version
	need python3-venv 'an environment of its own for SimPy' python3 -c 'import ensurepip'
	need g++ 'builds the C++ twins' g++ --version
	install_missing
