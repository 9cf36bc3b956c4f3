"""SERVING: pages that are rendered once and sent often, each time with a few parts of their own."""
