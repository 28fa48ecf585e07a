#!/usr/bin/env bash
# The comparison runs and prints its table; its figures are not judged here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
dotnet run -c Release --no-build --project benchmarks/LrMath.Benchmarks -- compare --quick
