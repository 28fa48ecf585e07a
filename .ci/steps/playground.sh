#!/usr/bin/env bash
# Publishes the playground and goes through its journeys in Debian's Chromium.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
if ! command -v chromium >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
fi
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
site/playground.sh "$out/site"
LRMATH_SITE="$out/site" dotnet test tests/LrMath.Playground.Tests -c Release --nologo
