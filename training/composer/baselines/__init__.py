"""The models of the projects we descend from, kept as they were so that ours can be measured beside them."""
