"""The same work as a Python programmer does it, with open_clip and PyTorch."""
