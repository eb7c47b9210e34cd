"""Programs for whoever builds the platform; none of them runs in it."""
