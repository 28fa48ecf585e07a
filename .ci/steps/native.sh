#!/usr/bin/env bash
set -euo pipefail
exec bash tests/native.sh
