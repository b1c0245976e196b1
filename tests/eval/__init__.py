"""The gate: measures what the digest understood against labels made by reading.

Run it with `python -m tests.eval`. It only uses the two doors that everybody
has, `digest add` and `digest export`, so it measures the product and not a
stage of it. Figures that fall under their floor (`floors.toml`) end the run
with 1.

The texts under `../shared` are other people's: they are read where they lie or
copied into a temporary folder, and never into the repository.
"""
