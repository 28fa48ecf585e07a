using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace LrMath.Tests.Plots;

/// <summary>Runs a property over generated cases, always the same ones.</summary>
internal static class Law
{
    public static void Holds<T>(Gen<T> cases, Action<T> property, int count = 100) =>
        Prop.ForAll(cases.ToArbitrary(), property)
            .Check(
                Config
                    .QuickThrowOnFailure.WithMaxTest(count)
                    .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20, 33), FSharpOption<int>.None)))
            );
}
