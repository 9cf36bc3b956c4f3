"""The pages around the questions: the start page, texts, and what can be done with a run besides answering."""
