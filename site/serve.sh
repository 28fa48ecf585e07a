#!/usr/bin/env bash
# Serves a folder of static files on the loopback address, compressed as it was published: site/serve.sh [FOLDER] [PORT].
set -euo pipefail
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
exec dotnet run -c Release --project "$root/site/LrMath.Serve" -- "$(realpath "${1:-$root/artifacts/playground}")" "${2:-8080}"
