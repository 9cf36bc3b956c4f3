"""What a visitor writes with an answer, for the file: kept beside the answers, and nothing is concluded from it."""
