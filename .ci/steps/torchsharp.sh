#!/usr/bin/env bash
# The TorchSharp package with the real libtorch, and the network experiment, small. It loads 128 MB once and needs 1.7 GB of disk.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
tests/torchsharp.sh --quick-training

# What the package asks of its users: LrMath, TorchSharp, and not what TorchSharp needs in turn.
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
dotnet pack src/LrMath.TorchSharp -c Release -o "$out" -v q --nologo
dependencies=$(grep -ho 'dependency id="[^"]*"' src/LrMath.TorchSharp/obj/Release/LrMath.TorchSharp.*.nuspec | sort -u | tr '\n' ' ')
[ "$dependencies" = 'dependency id="LrMath" dependency id="TorchSharp" ' ] || {
    echo "LrMath.TorchSharp depends on: $dependencies" >&2
    exit 1
}
