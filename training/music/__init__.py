"""The shared vocabulary of both halves: notes, solos, chords, progressions, tokens.

Standard library and NumPy only, because the server imports it.
"""
