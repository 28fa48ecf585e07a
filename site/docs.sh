#!/usr/bin/env bash
# Sets the documentation as static files: site/docs.sh [FOLDER] (artifacts/docs if nothing is said). A warning or a dead link is an error.
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
out="$(realpath -m "${1:-$root/artifacts/docs}")"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
cd "$root"
dotnet tool restore >/dev/null
dotnet run -c Release --project site/LrMath.Site -v q -- "$root" "$work"
dotnet docfx "$work/docfx.json" --warningsAsErrors --logLevel warning
rm -rf "$out"
mkdir -p "$(dirname "$out")"
mv "$work/_site" "$out"
echo "$out: $(find "$out" -name '*.html' | wc -l) pages"
