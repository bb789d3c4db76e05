"""Runs both sides in turn, and says what was measured."""
