"""Drum loops: rows of text played on sampled kits through the station's tape."""
