#!/usr/bin/env bash
# The documentation is set without a warning, and each builder, verb and shape has a page with its curve.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
site/docs.sh "$out/docs"
for page in index docs/cookbook reference/Schedule/Cosine reference/Verbs/Warmup reference/Shapes/Cosine reference/PyTorch/OneCycleLR; do
    [ -s "$out/docs/$page.html" ] || { echo "the site has no $page.html" >&2; exit 1; }
done
