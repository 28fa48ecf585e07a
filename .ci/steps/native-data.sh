#!/usr/bin/env bash
# A native program reads schedules and a policy's state from JSON and prints the bits that it prints under the JIT. No warning of the trimmer is let pass.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
if ! command -v clang >/dev/null && ! command -v gcc >/dev/null; then
    echo "native.sh needs clang or gcc to link; skipped" >&2
    exit 0
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
texts=tests/LrMath.Tests/Data/version-1.jsonl
dotnet publish tests/LrMath.AotTest -c Release -v q -o "$out/native"
dotnet run -c Release --project tests/LrMath.AotTest -v q -- "$texts" >"$out/jit.txt"
"$out/native/LrMath.AotTest" "$texts" >"$out/native.txt"
cmp "$out/jit.txt" "$out/native.txt"
echo "the same $(wc -l <"$out/native.txt") lines from native code ($(stat -c %s "$out/native/LrMath.AotTest") bytes) and from the JIT"
