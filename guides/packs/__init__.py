"""The wording of the method as data, one file per subject and language: `cues-en.toml`."""
