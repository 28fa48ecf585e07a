#!/usr/bin/env bash
# The library published ahead of time: without a JIT, without reflection, with the bits of the JIT.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
tests/native.sh
