"""The young person's own pages: choosing, meeting, answering."""
