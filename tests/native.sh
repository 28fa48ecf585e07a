#!/usr/bin/env bash
# Publishes tests/LrMath.Native ahead of time and runs it: schedules, policies and states from JSON, a loop, and all its states through
# source-generated JSON, without a JIT and without reflection. Exits with 1 when the publication has a warning, a state comes back changed, or
# a bit is another than under the JIT. Where there is no C compiler to link with, it says so and does nothing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
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
texts=tests/LrMath.Tests/Data/version-1.jsonl
"$out/published/LrMath.Native" "$texts" > "$out/native.txt"
dotnet run -c Release --project tests/LrMath.Native -v q -- "$texts" > "$out/jit.txt"
cmp "$out/jit.txt" "$out/native.txt"
tail -n 1 "$out/native.txt"
echo "the same $(wc -l < "$out/native.txt") lines from native code ($(wc -c < "$out/published/LrMath.Native") bytes) and from the JIT"
