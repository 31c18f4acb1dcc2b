"""How much somebody was on their feet: files that phones and watches export."""
