"""One round of one programme: records in, the exact best pairs for everyone at one place out, explained."""
