"""Fills the cloud through its public APIs. Every step looks first, so running it again changes nothing."""

import sys

import cloud
import credentials
import identity

{"identity": identity.seed, "cloud": cloud.seed, "credentials": credentials.seed}[sys.argv[1]]()
