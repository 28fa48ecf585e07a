using LrMath.Training.TorchSharp.Native;
using Xunit;

namespace LrMath.TorchSharp.Tests;

public class OlderCppRuntimeTests
{
    [Fact]
    public void A_needed_version_is_marked_once_in_one_byte_and_one_that_is_not_needed_changes_nothing()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        byte[] library = File.ReadAllBytes(
            Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native", "libLibTorchSharp.so")
        );
        byte[] marked = [.. library];
        Assert.False(VersionNeeds.MarkWeak(marked, "GLIBCXX_9.9.99"));
        Assert.True(VersionNeeds.MarkWeak(marked, "GLIBCXX_3.4.11"));
        Assert.Equal(1, library.Zip(marked).Count(pair => pair.First != pair.Second));
        Assert.False(VersionNeeds.MarkWeak(marked, "GLIBCXX_3.4.11"));
    }
}
