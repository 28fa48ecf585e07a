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

# The tests that see a value of the room. Each survivor runs all of them, so what sees none is left out, and of the laws those that take
# most of the time: nesting by the ten thousand, and the hashes of the instruction sets.
case $room in
    Analysis) suites=(Analysis) ;;
    ClosedLoop) suites=(ClosedLoop Frameworks Data.Converter) ;;
    Data) suites=(Data Laws.JsonLaws) ;;
    Frameworks) suites=(Frameworks Golden ClosedLoop.PolicyPreset Laws.ArgumentLaws Laws.CallLaws Laws.ExtremeLaws Laws.LengthLaws) ;;
    *) suites=(Combinators Cycles Decays Evaluation Frameworks Golden Piecewise Ramps Recipes ShapeRoom) ;;
esac
filter=$(printf '|FullyQualifiedName~LrMath.Tests.%s' "${suites[@]}")
case $room in
    Analysis | ClosedLoop | Data | Frameworks) ;;
    *) filter="$filter|(FullyQualifiedName~LrMath.Tests.Laws&FullyQualifiedName!~CliffLaws&FullyQualifiedName!~InstructionSetLaws)" ;;
esac

# One seed for all runs, or a change would seem to be noticed because other cases were drawn.
export LRMATH_SEED=${LRMATH_SEED:-1}
dotnet tool restore
dotnet stryker --config-file stryker-config.json --mutate "**/$room/**/*.cs" --output "../StrykerOutput/$room" \
    --test-case-filter "${filter#|}" "$@"
