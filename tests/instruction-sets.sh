#!/usr/bin/env bash
# Runs the laws and the golden files under each instruction set of the runtime, and compares the bits that they give across the sets.
# Exits with 1 when a law fails, a bit differs, or a setting had no effect. The names are those of .NET 10 on x64 (DOTNET_EnableAVX512F,
# the name before, is ignored by it); on Arm only the last one narrows anything.
#
#   tests/instruction-sets.sh                 builds, then four runs
#   tests/instruction-sets.sh --no-build      for a tree that is built (Release)
set -euo pipefail
cd "$(dirname "$0")/.."

filter='FullyQualifiedName~Laws|FullyQualifiedName~Golden'
[ "${1:-}" = --no-build ] || dotnet build -c Release tests/LrMath.Tests -v q --nologo

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
failed=0

# setting, the widest vectors it may leave
run() {
    local setting=$1 widest=$2 name=${1:-default}
    local bits="$results/$name" log="$results/$name.log" begin=$SECONDS verdict
    if ! env ${setting:+"$setting"} LRMATH_BITS="$bits" dotnet test -c Release --no-build --nologo -v q tests/LrMath.Tests --filter "$filter" > "$log" 2>&1; then
        cat "$log"
        verdict='FAILED: the tests above'
    elif [ ! -s "$bits" ]; then
        verdict='FAILED: no bits were written'
    elif [ "$(head -n 1 "$bits")" -gt "$widest" ]; then
        verdict="FAILED: the setting leaves $(head -n 1 "$bits")-bit vectors, it has no effect on this runtime"
    elif ! diff <(tail -n +2 "$results/default") <(tail -n +2 "$bits") > "$log"; then
        head -n 20 "$log"
        verdict="FAILED: $(grep -c '^>' "$log") of $(($(wc -l < "$bits") - 1)) hashes differ from the default's"
    else
        verdict="ok, $(($(wc -l < "$bits") - 1)) hashes are the default's"
    fi
    case $verdict in FAILED*) failed=1 ;; esac
    echo "$name: $(head -n 1 "$bits" 2> /dev/null || echo ?)-bit vectors, $((SECONDS - begin)) s: $verdict"
}

run '' 512
run DOTNET_EnableAVX512=0 256
run DOTNET_EnableAVX2=0 128
run DOTNET_EnableHWIntrinsic=0 64
exit $failed
