#!/usr/bin/env bash
# Publishes tests/LrMath.Native ahead of time and runs it: schedules, a loop and all its states through source-generated JSON, without a JIT and
# without reflection. Exits with 1 when the publication has a warning or a state comes back changed. Where there is no C compiler to link with, it
# says so and does nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
linker=()
if ! command -v clang > /dev/null; then
    command -v gcc > /dev/null || { echo "skipped: neither clang nor gcc is there to link with"; exit 0; }
    linker=(-p:CppCompilerAndLinker=gcc)
fi

# Everything goes into a folder of its own: a publication asks for other packages than the build does.
dotnet publish tests/LrMath.Native -c Release --use-current-runtime -p:PublishAot=true ${linker[@]+"${linker[@]}"} \
    --artifacts-path "$out" -o "$out/published" -v q --nologo
"$out/published/LrMath.Native"
