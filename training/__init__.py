"""Offline half of the station: learns from scores, writes solos, renders sounds, paints scenes."""
