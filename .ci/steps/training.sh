#!/usr/bin/env bash
# The experiment runs from end to end on the bundled digits, small.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
dotnet run -c Release --no-build --project benchmarks/LrMath.Training -- compare --quick --out "$out"
ls "$out"
