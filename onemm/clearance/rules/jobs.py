"""What the jobs of clearance are called."""

TRAINING_PLAN = "training plan"
