"""What `make bench` measures. It prints and judges nothing."""
