"""The mentor's own pages: applying, learning, meeting."""
