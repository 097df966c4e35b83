"""The window: Qt only here. Views draw frames; nothing in this package computes a result."""
