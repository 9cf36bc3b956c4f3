# What there is to do here. `make help` lists it.

.DEFAULT_GOAL := help
SHELL := bash
BIN := .venv/bin

# A stamp is newer than the list it was made from: then there is nothing to install.
.venv/run.stamp: requirements/run.txt
	@scripts/install run

.venv/dev.stamp: requirements/dev.txt
	@scripts/install dev

.PHONY: install
install: .venv/dev.stamp ## Installeert alles om te ontwikkelen, in .venv
