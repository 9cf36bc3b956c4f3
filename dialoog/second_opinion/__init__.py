"""A second opinion: colleagues who answer the same questions apart, and see each other's when they are ready."""
