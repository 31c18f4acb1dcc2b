"""How the phones of a household reach this computer: its address, its certificates, its QR codes."""
