"""The tests, a package so that each folder may have a conftest.py of its own."""
