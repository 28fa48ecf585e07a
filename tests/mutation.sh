#!/usr/bin/env bash
# Changes rooms of the library on purpose and counts the changes that the tests do not notice (docs/mutation.md). Exits with 1 below 90 %.
#
#   tests/mutation.sh Combinators            a folder of src/LrMath
#   tests/mutation.sh Cycles Recipes         several at once: most of the time before the first change is spent once
#   tests/mutation.sh Recipes -c 1           what follows goes to Stryker
set -euo pipefail
cd "$(dirname "$0")"

mutated=()
suites=()
rooms=()
while [ $# -gt 0 ] && [ "${1#-}" = "$1" ]; do
    [ -d "../src/LrMath/$1" ] || { echo "src/LrMath has no folder $1" >&2; exit 2; }
    rooms+=("$1")
    mutated+=(--mutate "**/$1/**/*.cs")
    # The tests that see a value of the room. Each survivor runs all of them that reach it, so what sees none is left out.
    case $1 in
        Analysis) suites+=(Analysis) ;;
        ClosedLoop) suites+=(ClosedLoop Frameworks Data.Converter) ;;
        Data) suites+=(Data Laws.JsonLaws) ;;
        Frameworks) suites+=(Frameworks Golden ClosedLoop.PolicyPreset Laws.ArgumentLaws Laws.CallLaws Laws.ExtremeLaws Laws.LengthLaws) ;;
        # Of the laws, those that do not take most of the time: EdgeLaws, CliffLaws and the accuracy need a minute for a survivor.
        *) suites+=(Combinators Cycles Decays Evaluation Frameworks Golden Piecewise Ramps Recipes Laws.ArgumentLaws
            Laws.BuilderEquationLaws Laws.CallLaws Laws.Conventions Laws.EntryLaws Laws.EvaluationLaws Laws.ExtremeLaws Laws.LengthLaws) ;;
    esac
    shift
done
[ ${#rooms[@]} -gt 0 ] || { echo "which folder of src/LrMath? such as Combinators" >&2; exit 2; }
filter=$(printf '%s\n' "${suites[@]}" | sort -u | sed 's/^/|FullyQualifiedName~LrMath.Tests./' | tr -d '\n')

# One seed for all runs, or a change would seem to be noticed because other cases were drawn.
export LRMATH_SEED=${LRMATH_SEED:-1}
dotnet tool restore
dotnet stryker --config-file stryker-config.json "${mutated[@]}" --output "../StrykerOutput/$(IFS=-; echo "${rooms[*]}")" \
    --test-case-filter "${filter#|}" "$@"
