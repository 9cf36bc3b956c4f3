"""Two editors at one record: what each of them changed is kept, or somebody chooses. See ADR 19."""
