"""Advices side by side: what differs and why, and a variant to compare with."""
