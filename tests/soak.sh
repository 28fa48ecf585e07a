#!/usr/bin/env bash
# Random attack over all builders, verbs, shapes and presets, with ordinary and with extreme arguments: every value is finite and no -0, a range
# has the bits of its steps, what is built or evaluated twice is the same, a description compiles to the same bits, ways do not turn back,
# and what is refused is refused by an ArgumentException. Prints each cause once, with the smallest expression that shows it; exits with 1
# if there is one. On two cores about ten million compositions an hour.
#
#   tests/soak.sh                      an hour, a fresh seed (printed first)
#   tests/soak.sh 600 12345            ten minutes, the compositions of seed 12345
#   tests/soak.sh 1 12345 678          composition 678 of seed 12345 alone
#
#   tests/soak.sh logs 2000            identifies 2000 random logs of single families and 2000 of several phases, audits 2000 runs with a known
#                                      fault; prints how many answers are right by family and fault, and each wrong one with its seed
#   tests/soak.sh logs 1 517 phases    the run of seed 517 alone
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build -c Release tests/LrMath.Soak -v q --nologo
exec dotnet run -c Release --no-build --project tests/LrMath.Soak -- "$@"
