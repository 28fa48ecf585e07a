#!/usr/bin/env bash
# The whole site, ready for any static host: the documentation, and the playground in a folder of it: site/build.sh [FOLDER] (artifacts/site).
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
out="$(realpath -m "${1:-$root/artifacts/site}")"
"$root/site/docs.sh" "$out"
"$root/site/playground.sh" "$out/playground"
