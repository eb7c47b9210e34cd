"""Who may mentor, what is asked before somebody is approved, and which check the work calls for. No rows, no page."""
