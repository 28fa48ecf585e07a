#!/usr/bin/env bash
# Draws the pictures of docs/playground.md again: site/screenshots.sh [FOLDER of a published playground].
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
site="${1:-$PWD/artifacts/playground}"
[ -d "$site" ] || site/playground.sh "$site"
LRMATH_SITE="$site" LRMATH_SHOTS="$PWD/docs" dotnet test tests/LrMath.Playground.Tests -c Release --nologo -v q \
    --filter 'FullyQualifiedName~ScreenshotTests'
