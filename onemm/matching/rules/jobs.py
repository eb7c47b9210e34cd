"""What the jobs of matching are called."""

ROUND = "round"
APPROVALS = "approvals"
PREVIEW = "preview of weights"
TRADE_OFF = "what bridging costs"
