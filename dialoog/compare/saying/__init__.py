"""What two advices come to side by side, in words."""
