"""The model: priors, the exact filter, the mixture, and what is read off it."""
