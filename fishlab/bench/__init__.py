"""Speed, measured against peers in the same run: what `fishlab bench` prints."""
