"""What the jobs of outreach are called."""

LIST_OF_COLLEAGUES = "list of colleagues"
