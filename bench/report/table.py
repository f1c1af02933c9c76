"""Times `tare report` on runs of 1,000 to 1,000,000 samples and of 1,000 and 3,330 cells, and `tare compare` on two of 100,000 samples, with ./tare as it is.

usage: bench/report/table.py              all rows of docs/report.md; needs 7 GB under /tmp
       bench/report/table.py N M W        N samples of each cell, M modes, W workloads
Build first (./tare --version does). Prints medians of three, and each wall time.
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HOME = pathlib.Path(__file__).resolve().parents[2]
SHAPES = [  # name, samples of each cell, modes, workloads
    ("1,000 samples, 20 cells", 50, 4, 5),
    ("10,000 samples, 20 cells", 500, 4, 5),
    ("100,000 samples, 32 cells", 3_125, 4, 8),
    ("1,000,000 samples, 32 cells", 31_250, 4, 8),
    ("1,000 cells of 30 samples", 30, 10, 100),
    ("1,000 cells of 100 samples", 100, 10, 100),
    ("3,330 cells of 30 samples", 30, 10, 333),
]


def make(folder, samples, modes, workloads):
    """A run folder; the JDK is the one that ./tare finds."""
    jdk = os.environ.get("JAVA_HOME") or subprocess.run(
        [HOME / "scripts/jdk", "--find"], check=True, capture_output=True, text=True).stdout.strip()
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([f"{jdk}/bin/java", "-cp", f"{HOME}/target/tare.jar:{HOME}/target/lib/*",
                    HOME / "bench/report/ManySamples.java", folder, *map(str, (samples, modes, workloads))], check=True)
    os.sync()  # a run is on the disk before its report is made


def measured(*arguments):
    """Wall time in s, CPU time in s and the largest resident memory in MiB of one ./tare."""
    start = time.monotonic()
    process = subprocess.Popen([HOME / "tare", *arguments], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"tare {' '.join(map(str, arguments))} ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def row(name, html, *arguments):
    runs = [measured(*arguments) for _ in range(3)]
    wall, cpu, memory = (statistics.median(column) for column in zip(*runs))
    each = ", ".join(f"{run[0]:.1f}" for run in runs)
    size = f"{html.stat().st_size / 1e6:.1f}" if html else ""
    print(f"| {name} | {wall:.1f} ({each}) | {cpu:.1f} | {memory:.0f} | {size} |", flush=True)


def main():
    asked = [int(argument) for argument in sys.argv[1:4]]
    shapes = [("{} samples of each of {} x {} cells".format(*asked), *asked)] if asked else SHAPES
    with tempfile.TemporaryDirectory(prefix="tare-bench-") as folder:
        table(pathlib.Path(folder), shapes, compared=not asked)


def table(folder, shapes, compared):
    run = folder / "run"
    print(f"load average before: {os.getloadavg()[0]:.1f}; {os.cpu_count()} CPUs\n")
    print("| run | wall time, s | CPU time, s | memory at most, MiB | report.html, MB |")
    print("| --- | --- | --- | --- | --- |")
    for name, *shape in shapes:
        make(run, *shape)
        if name == shapes[0][0]:
            measured("report", run)  # makes the archive of loaded classes
        row("report, " + name, run / "report.html", "report", run)
    shutil.rmtree(run)
    if compared:
        for name in "base", "new":
            make(folder / name, 1_000, 10, 10)
        row("compare, 2 runs of 100,000 samples, 100 cells", None, "compare", folder / "base", folder / "new")


main()
