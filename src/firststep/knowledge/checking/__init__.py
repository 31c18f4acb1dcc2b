"""What every file has to hold to: honest claims, safe limits, ids that stay."""
