"""What staff type and paste: kept whole, tidied, and refused with a sentence at the field."""
