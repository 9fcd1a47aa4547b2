"""How fast the house is: figures as JSON, taken side by side in one run."""
