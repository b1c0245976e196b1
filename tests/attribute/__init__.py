"""Tests of who says what, module by module as in digest/attribute/."""
