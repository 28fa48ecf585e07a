using System.Runtime.CompilerServices;
using LrMath.Training.TorchSharp.Native;
using Xunit;

// One thread, one test after the other: other numbers of threads give other bits, and the random numbers of libtorch are shared.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace LrMath.TorchSharp.Tests;

internal static class Setup
{
    [ModuleInitializer]
    internal static void PrepareLibtorch() => OlderCppRuntime.Prepare();
}
