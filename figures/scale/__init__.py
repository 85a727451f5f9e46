"""Reading many documents at once: processes on one machine."""
