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
    files="**/$1/**/*.cs"
    # The tests that say what a value of the room is. Each survivor runs all of them that reach it, in a process of its own, so what costs
    # much and notices little, such as the laws of bits, is left out.
    case $1 in
        Analysis)
            # Without what identify and audit search: each of their tests takes seconds, and random logs judge them (docs/testing.md).
            files="**/Analysis/*.cs"
            suites+=(Analysis.CurveTests Analysis.EvenLogTests Analysis.RateFinderTests Analysis.SmoothingTests Analysis.SpacingTests
                Analysis.SuggestionLawTests Analysis.RunLogs.PrintedDigitsTests Analysis.RunLogs.RateLogTests Laws.MessageTests
                Golden.GoldenTests)
            ;;
        ClosedLoop) suites+=(ClosedLoop Laws.MessageTests Laws.ArgumentLaws) ;;
        Cycles | Decays | Piecewise | Ramps | Recipes) suites+=("$1" Laws.MessageTests Frameworks.PyTorchTests Laws.ArgumentLaws
            Laws.BuilderEquationLaws Laws.CallLaws Laws.CliffLaws.Many_knots Laws.EntryLaws Laws.ExtremeLaws Laws.RangeLaws) ;;
        Combinators) suites+=(Combinators Laws.MessageTests Laws.ArgumentLaws Laws.CallLaws Laws.EntryLaws Laws.ExtremeLaws Laws.LengthLaws
            Laws.RangeLaws) ;;
        Data) suites+=(Data Laws.JsonLaws) ;;
        Frameworks) suites+=(ClosedLoop.PolicyPresetTests Laws.MessageTests Frameworks Golden.GoldenTests
            Laws.ArgumentLaws Laws.CallLaws Laws.ExtremeLaws) ;;
        *) echo "tests/mutation.sh does not say which tests see a value of $1; add a line" >&2; exit 2 ;;
    esac
    mutated+=(--mutate "$files")
    shift
done
[ ${#rooms[@]} -gt 0 ] || { echo "which folder of src/LrMath? such as Combinators" >&2; exit 2; }
filter=$(printf '%s\n' "${suites[@]}" | sort -u | sed 's/^/|FullyQualifiedName~LrMath.Tests./' | tr -d '\n')

# A fifth of the cases: Stryker's switches make the arithmetic several times slower, and a change that is noticed at all is noticed soon.
# One seed for all runs, or a change would seem to be noticed because other cases were drawn.
export LRMATH_CASES=${LRMATH_CASES:-20}
export LRMATH_SEED=${LRMATH_SEED:-1}

# Each change starts a process, which finds the tests anew: theories are found without their rows. Instrumented code would gain nothing.
export LRMATH_MUTATION=true DOTNET_TieredPGO=0
trap 'rm -f LrMath.Tests/bin/*/*/xunit.runner.json' EXIT
dotnet tool restore
dotnet stryker --config-file stryker-config.json "${mutated[@]}" --output "../StrykerOutput/$(IFS=-; echo "${rooms[*]}")" \
    --test-case-filter "(${filter#|})&FullyQualifiedName!~A_chain_of_any_depth" "$@"
