"""Tests of the whole station in a real browser."""
