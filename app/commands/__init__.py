"""The commands of the command line, one subject to a module; none of them knows Qt."""
