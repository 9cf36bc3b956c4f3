"""WHERE HEAVY WORK IS DONE: apart, one at a time, and leaving nothing."""
