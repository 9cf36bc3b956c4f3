# What there is to do here; `make` lists it.

.DEFAULT_GOAL := help
SHELL := bash
BIN := .venv/bin
COMPILE := UV_CUSTOM_COMPILE_COMMAND="make requirements" uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links

# A stamp is newer than the list it was made from: then there is nothing to install.
.venv/run.stamp: requirements/run.txt
	@scripts/install run

.venv/dev.stamp: requirements/dev.txt
	@scripts/install dev $(NEEDS)

.PHONY: help
help: ## Toont deze lijst
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

.PHONY: run
run: .venv/run.stamp ## Start de site op http://127.0.0.1:8000 (of PORT=...)
	@scripts/run

.PHONY: install
install: .venv/dev.stamp ## Installeert in .venv alles om te ontwikkelen

.PHONY: test
test: NEEDS := chromium postgresql nginx office
test: .venv/dev.stamp ## Controleert alles, op SQLite en PostgreSQL
	@scripts/test $(NEEDS)

.PHONY: test-fast
test-fast: .venv/dev.stamp ## De tests zonder browser, PDF en wat lang duurt
	@env -u DATABASE_URL $(BIN)/pytest --numprocesses auto -m "not (browser or pdf or slow)"

.PHONY: test-postgres
test-postgres: .venv/dev.stamp ## Wat van de database afhangt, op een tijdelijke PostgreSQL
	@tests/with_postgres $(BIN)/pytest --numprocesses auto --dist worksteal -m database

.PHONY: lint
lint: .venv/dev.stamp ## Opmaak, stijl, types, richting van imports, migraties
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python manage.py makemigrations --check --dry-run

.PHONY: format
format: .venv/dev.stamp ## Zet de opmaak goed
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .

.PHONY: bench
bench: NEEDS := chromium wrk
bench: .venv/dev.stamp ## Meet hoe snel het is: een advies, het zoeken, de controle voor het publiceren, de korte pdf, de pagina's
	@scripts/packages $(NEEDS)
	@$(BIN)/python -m benchmarks.advice
	@$(BIN)/python -m benchmarks.search
	@$(BIN)/python -m benchmarks.publishing
	@$(BIN)/python -m benchmarks.pdf
	@$(BIN)/python -m benchmarks.web
	@$(BIN)/python -m benchmarks.memory

.PHONY: soak
soak: .venv/dev.stamp ## Laat de site SOAK_MINUTES lang werken (20) en zegt of hij groeit; op PostgreSQL met ON=tests/with_postgres
	@env -u DATABASE_URL $(ON) $(BIN)/python -m benchmarks.soak

.PHONY: bench-growth
bench-growth: NEEDS := postgresql
bench-growth: .venv/dev.stamp ## Meet of het traag wordt als er veel in staat: 100.000 trajecten, 300 uitgaven
	@scripts/packages $(NEEDS)
	@$(BIN)/python -m benchmarks.growth

.PHONY: check-advice
check-advice: .venv/dev.stamp ## Zoekt in 20.000 adviezen naar wat nooit zo mag zijn
	@$(BIN)/python manage.py check_advice

.PHONY: check-languages
check-languages: .venv/dev.stamp ## Zoekt in 1000 adviezen naar wat in een andere taal anders is
	@AGREEMENT_SETS=1000 $(BIN)/pytest --numprocesses 0 --no-header tests/languages/test_agreement.py

.PHONY: sources
sources: .venv/dev.stamp ## Schrijft docs/sources.md opnieuw uit de inhoud in fixtures
	@$(BIN)/python manage.py list_sources

.PHONY: messages
messages: .venv/dev.stamp ## Brengt de woorden van bezoekers bij in locale/; een nieuwe taal met NEW=fr
	@scripts/packages gettext
	@scripts/messages

.PHONY: pictures
pictures: .venv/dev.stamp ## Maakt de schermafbeeldingen in docs/img opnieuw
	@scripts/pictures

.PHONY: requirements
requirements: ## Legt de versies opnieuw vast; vraagt om uv
	@$(COMPILE) pyproject.toml -o requirements/run.txt
	@$(COMPILE) pyproject.toml --group dev -c requirements/run.txt -o requirements/dev.txt

.PHONY: upgrade
upgrade: COMPILE += --upgrade
upgrade: requirements ## Het nieuwste van alles dat pyproject.toml toelaat

.PHONY: audit
audit: .venv/dev.stamp ## Zoekt bekende lekken in de vastgelegde versies
	@$(BIN)/python -m scripts.audit

.PHONY: sbom
sbom: .venv/dev.stamp ## Schrijft in var/sbom.json waaruit een server bestaat
	@scripts/sbom

.PHONY: image
image: ## Bouwt de site als image, met podman of docker
	@scripts/image
