"""The advice for many sets of answers at once: what came out, without why. `advise` stays what is true."""
