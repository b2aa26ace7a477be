"""The makers of what is heard and seen: instruments, drums, ambience, quotes, solos, scenes."""
