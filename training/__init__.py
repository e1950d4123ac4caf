"""How the network that reads statements is trained. Not part of the installed package."""
