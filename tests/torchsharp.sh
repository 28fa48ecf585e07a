#!/usr/bin/env bash
# The tests of LrMath.TorchSharp with the real TorchSharp, outside of LrMath.sln because libtorch is 128 MB to load and 600 MB on disk.
#   tests/torchsharp.sh [arguments of dotnet test]
#   tests/torchsharp.sh --quick-training    also trains the residual network on the digits, small, under two minutes
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
if [ "$(uname -sm)" != "Linux x86_64" ]; then
    echo "torchsharp.sh knows libtorch for Linux on x64 only; skipped" >&2
    exit 0
fi
training=false
if [ "${1:-}" = --quick-training ]; then
    training=true
    shift
fi
dotnet test tests/LrMath.TorchSharp.Tests -c Release "$@"

if $training; then
    out=$(mktemp -d)
    trap 'rm -rf "$out"' EXIT
    dotnet run -c Release --project benchmarks/LrMath.Training.TorchSharp -- \
        compare --schedules guide --optimizer momentum --quick --threads 1 --out "$out"
    grep -q 'What the guide claims' "$out/report.md"
fi
