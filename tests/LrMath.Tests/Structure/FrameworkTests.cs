using System.Reflection;
using System.Runtime.Versioning;
using LrMath.Import;
using LrMath.Plotting;
using Xunit;

namespace LrMath.Tests.Structure;

public class FrameworkTests
{
    /// <summary>Otherwise a run that is to test the build for an older framework might test the usual one.</summary>
    [Fact]
    public void The_libraries_under_test_are_built_for_the_framework_that_this_run_says()
    {
        string version = (Environment.GetEnvironmentVariable("LRMATH_FRAMEWORK") ?? "net10.0").Replace("net", "", StringComparison.Ordinal);
        Assert.All(
            [typeof(Schedule).Assembly, typeof(Plot).Assembly, typeof(ScheduleImport).Assembly],
            library =>
                Assert.Equal($".NETCoreApp,Version=v{version}", library.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName)
        );
    }
}
