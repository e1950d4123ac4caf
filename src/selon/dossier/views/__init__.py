"""What each part of the page shows: plain values worked out here, so that templates hold wording and marks only."""
