"""What each of a coordinator's pages says, decided before its template prints it."""
