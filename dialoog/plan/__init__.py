"""What a company does with its advice: which actions are done, who does them, when, and actions of its own."""
