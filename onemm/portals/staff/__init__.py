"""The operator's pages: applications, partners, concerns, the funnel, the outbox, the log."""
