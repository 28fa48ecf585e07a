#!/usr/bin/env bash
# Publishes the playground as static files: site/playground.sh [FOLDER] (artifacts/playground if nothing is said).
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
out="$(realpath -m "${1:-$root/artifacts/playground}")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet publish "$root/src/LrMath.Playground" -c Release -v q -o "$work"
rm -rf "$out"
mkdir -p "$(dirname "$out")"
mv "$work/wwwroot" "$out"
# What a browser that knows Brotli loads: of each file the compressed copy.
find "$out" -name '*.br' -printf '%s\n' | awk -v out="$out" '{ bytes += $1 } END { printf "%s: %.2f MB with Brotli\n", out, bytes / 1e6 }'
