#!/usr/bin/env bash
# Changes one room of the library on purpose and counts the changes that the tests do not notice (docs/mutation.md). Exits with 1 below 90 %.
#
#   tests/mutation.sh Combinators            any folder of src/LrMath
#   tests/mutation.sh Recipes -c 1           what follows goes to Stryker
set -euo pipefail
cd "$(dirname "$0")"
room=${1:?a folder of src/LrMath, such as Combinators}
shift
[ -d "../src/LrMath/$room" ] || { echo "src/LrMath has no folder $room" >&2; exit 2; }

# One seed for all runs, or a change would seem to be noticed because other cases were drawn.
export LRMATH_SEED=${LRMATH_SEED:-1}
dotnet tool restore
dotnet stryker --config-file stryker-config.json --mutate "**/$room/**/*.cs" --output "../StrykerOutput/$room" "$@"
