"""One round of one programme: records in, the exact best pairs for everybody at one place out, explained."""
