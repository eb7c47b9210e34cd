"""What each of an employer's pages says, decided before its template prints it."""
