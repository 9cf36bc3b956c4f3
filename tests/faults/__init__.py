"""Faults on purpose: what no visitor should notice, and what one should be told.

The table in docs/security.md says of each case which test holds it; most stand with the part that they are about.
"""
