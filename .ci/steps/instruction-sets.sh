#!/usr/bin/env bash
# The same bits on every vector width.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bash tests/instruction-sets.sh --no-build
