"""The pixel artist's tools: a canvas of palette steps, and what scenes are painted with."""
