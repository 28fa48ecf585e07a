#!/usr/bin/env bash
# The packages as a user takes them, from a folder: a new project with the library, and the precompiled tool, installed and run.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
root=$PWD

# The three lines of docs/install.md, in a fresh folder.
dotnet pack src/LrMath -c Release -v q -o "$out/packages"
for framework in net10.0 net8.0; do
    mkdir "$out/$framework"
    cd "$out/$framework"
    dotnet new console -v q >/dev/null
    sed -i "s#<TargetFramework>.*</TargetFramework>#<TargetFramework>$framework</TargetFramework><RollForward>Major</RollForward>#" ./*.csproj
    dotnet new nugetconfig -v q >/dev/null
    dotnet nuget add source "$out/packages" --name lrmath --configfile nuget.config >/dev/null
    # A cache of its own: the version is that of the last build here, too.
    export NUGET_PACKAGES="$out/cache"
    dotnet add package LrMath --prerelease >/dev/null
    cat >Program.cs <<'CODE'
using LrMath;

Func<int, double> lr = Schedule.Cosine(start: 0.1, end: 0, steps: 9_500).Warmup(500);
Console.WriteLine(lr(500));
CODE
    [ "$(dotnet run -v q)" = 0.1 ] || { echo "the new project for $framework does not print the peak" >&2; exit 1; }
    unset NUGET_PACKAGES
done
cd "$root"

# The F# block of docs/recipes.md.
mkdir "$out/fsharp"
cd "$out/fsharp"
dotnet new console -lang F# -v q >/dev/null
cp "$out/net10.0/nuget.config" .
awk '/^```fsharp/ { inside = 1; next } /^```/ { inside = 0 } inside' "$root/docs/recipes.md" >Program.fs
grep -q Warmup Program.fs || { echo "docs/recipes.md has no F# block" >&2; exit 1; }
NUGET_PACKAGES="$out/cache" dotnet add package LrMath --prerelease >/dev/null
[ "$(NUGET_PACKAGES="$out/cache" dotnet run -v q)" = "0.1 0" ] || { echo "the F# recipe prints something else" >&2; exit 1; }
cd "$root"

dotnet pack src/LrMath.Cli -c Release -p:Precompiled=true -v q -o "$out/tools"
ls "$out/tools"
NUGET_PACKAGES="$out/cache" dotnet tool install LrMath.Tool --prerelease --tool-path "$out/tool" --source "$out/tools"
expression='Cosine(0.1, 0, 9_500).Warmup(500)'
[ "$("$out/tool/lrmath" describe "$expression")" = 'Schedule.Cosine(0.1, 0, 9500).Warmup(500)' ] || { echo "describe says something else" >&2; exit 1; }
for extension in svg png html; do
    "$out/tool/lrmath" plot "$expression" --out "$out/plot.$extension" >/dev/null
    [ -s "$out/plot.$extension" ] || { echo "no $extension was written" >&2; exit 1; }
done

# The bash function of docs/command.md, as bash would call it while somebody types.
awk '/^```bash/ { inside = 1; next } /^```/ { inside = 0 } inside' docs/command.md >"$out/completion.bash"
grep -q 'complete .*-F _lrmath lrmath' "$out/completion.bash" || { echo "docs/command.md has no bash block" >&2; exit 1; }
completed() {
    PATH="$out/tool:$PATH" bash -c 'source "$1"; shift
        compopt() { :; }
        COMP_LINE=$1; COMP_POINT=${#1}; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        _lrmath; printf "%s\n" "${COMPREPLY[@]}"' bash "$out/completion.bash" "$@"
}
[ "$(completed 'lrmath desc' lrmath desc)" = describe ] || { echo "a command is not completed" >&2; exit 1; }
[ "$(completed 'lrmath plot --mar' lrmath plot --mar)" = --mark ] || { echo "an option is not completed" >&2; exit 1; }
[ "$(completed 'lrmath plot "PyTorch.OneC' lrmath plot '"PyTorch.OneC')" = 'PyTorch.OneCycleLR(' ] || { echo "a preset is not completed" >&2; exit 1; }
[ "$(completed "lrmath identify $out/plot.s" lrmath identify "$out/plot.s")" = "$out/plot.svg" ] || { echo "a file is not completed" >&2; exit 1; }

# The same function in zsh, which has no way to be asked but a terminal: a pseudo terminal, and the Tab key.
if ! command -v zsh >/dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends zsh >/dev/null
fi
typed() {
    PATH="$out/tool:$PATH" TERM=dumb zsh -f -c '
        zmodload zsh/zpty
        zpty shell "zsh -f -i"
        zpty -w shell "PROMPT=; autoload -Uz compinit bashcompinit && compinit -u -D && bashcompinit; source $1; print READ\"\"Y"
        zpty -r shell answer "*READY*"
        zpty -w -n shell "$2"$'"'\\t'"'
        integer tries=0
        while (( tries++ < 100 )); do
            sleep 0.2
            zpty -r -t shell part && answer+=$part && [[ $answer == *$3* ]] && exit 0
        done
        print -r -- "zsh made no $3 of $2: ${(V)answer}" >&2
        exit 1' zsh "$out/completion.bash" "$@"
}
typed 'lrmath desc' describe
typed 'lrmath plot --mar' --mark
typed 'lrmath plot "PyTorch.OneC' 'PyTorch.OneCycleLR('

TIMEFORMAT='describe takes %R s, as a process (not judged here)'
time "$out/tool/lrmath" describe "$expression" >/dev/null
