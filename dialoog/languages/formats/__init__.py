"""How dates are written where Django's own form is not what this site wants: a folder per language."""
