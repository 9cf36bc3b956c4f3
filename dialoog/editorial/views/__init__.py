"""The pages of the editorial work, in the frame of the admin."""
