import sys

# What pytest makes of a module, to say why an assertion fails, takes seconds in each process.
sys.dont_write_bytecode = False
