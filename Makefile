# Each target documents itself: `make help`.
.DEFAULT_GOAL := help
GO ?= go
FUZZTIME ?= 30s
export CGO_ENABLED ?= 0

.PHONY: help build run test law race fuzz lint golden conformance mutants bench report clean

help: ## Print this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-12s %s\n", $$1, $$2}'

build: ## Build the static binary ./miroir
	$(GO) build -trimpath -o miroir ./cmd/miroir

run: ## Run the V1 suite against the reference GAP; reports in out/
	$(GO) run ./cmd/miroir run --out out

test: ## Run the tests
	$(GO) test ./...

law: ## Hold the oracle's properties on a million generated stays and as many visits
	$(GO) test ./simulator/tarif -run TestTheLawHolds -tarif.stays=1000000

race: ## Run the tests under the race detector (needs a C compiler)
	CGO_ENABLED=1 $(GO) test -race ./...

fuzz: ## Fuzz every decoder for FUZZTIME each (default 30s)
	@failed=; for p in $$($(GO) list ./...); do \
	  for f in $$($(GO) test -list '^Fuzz' $$p | grep '^Fuzz'); do \
	    echo "$$p $$f"; $(GO) test -run '^$$' -fuzz "^$$f\$$" -fuzztime $(FUZZTIME) $$p || failed="$$failed $$p.$$f"; \
	  done; done; \
	if [ -n "$$failed" ]; then echo "failed:$$failed"; exit 1; fi

lint: ## Run the linters (first run builds them, a few minutes)
	$(GO) tool -modfile=.ci/lint/go.mod golangci-lint run

golden: ## Rewrite the golden files after a wanted change
	$(GO) test ./reports ./simulator/norme ./cmd/miroir -update

conformance: ## Run both suites over both bindings
	$(GO) run ./cmd/miroir run --version all --out out/soap
	$(GO) run ./cmd/miroir run --version all --out out/json --binding json

mutants: ## Run both suites against every deliberate deviation and print the detection rate
	$(GO) run ./cmd/miroir run --version all --out out/mutants --ecart tous

bench: ## Measure decode, encode and whole exchanges beside encoding/xml and bare Gin
	$(GO) test -run '^$$' -bench . -benchmem ./simulator/norme/... ./simulator/amc/... ./simulator/tarif ./simulator/store
	$(GO) test -run '^$$' -bench CLC -benchtime 1x ./simulator

clean: ## Remove what the targets above wrote
	rm -rf out miroir
