"""Runs a command without its output and prints wall time, CPU time, largest resident memory, and the load average before. usage: measure.py COMMAND..."""
import os
import resource
import subprocess
import sys
import time

load = os.getloadavg()[0]
start = time.monotonic()
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
wall = time.monotonic() - start
spent = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"{wall:.1f} s, {spent.ru_utime + spent.ru_stime:.1f} s of CPU, {spent.ru_maxrss // 1024} MiB at most, load average {load:.1f}")
