"""From a pool to proposals, decided by people.

Owns rounds and proposals. Asks the pairing engine for the best set of pairs, keeps its reasons, and lets a coordinator
approve or decline each; then both people choose. Nothing is published by a machine.
"""
