"""Whether a site that is used for a long time keeps to the memory, connections and files that it began with."""
