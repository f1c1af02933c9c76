"""Runs a command and appends what it cost to a file: CPU seconds (user and system) and the largest resident set in KiB.

usage: cost.py FILE COMMAND...
"""
import resource
import subprocess
import sys

code = subprocess.run(sys.argv[2:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "a") as f:
    print("%.3f %d" % (used.ru_utime + used.ru_stime, used.ru_maxrss), file=f)
sys.exit(code)
