"""The design system, and the gate that every view goes through. Only portals, content and config know it."""
