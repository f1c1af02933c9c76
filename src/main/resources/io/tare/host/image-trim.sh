# Takes out of the root file system what no container of Tare's uses: documentation, package lists, PostgreSQL's JIT compiler,
# and the Python that perf would run scripts with.
# argument: the root file system
set -e
rm -rf "$1"/usr/lib/*/libLLVM* "$1"/usr/lib/llvm* "$1"/usr/lib/postgresql/*/lib/bitcode "$1"/usr/lib/postgresql/*/lib/llvmjit*
rm -rf "$1"/usr/lib/python3* "$1"/usr/bin/python3* "$1"/usr/lib/perf-core
rm -rf "$1"/usr/share/man "$1"/usr/share/doc "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/*.bin "$1"/var/lib/postgresql/*/main
mkdir -p "$1/usr/share/tare"
chroot "$1" dpkg-query --show --showformat '${Package} ${Version}\n' > "$1/usr/share/tare/packages"
