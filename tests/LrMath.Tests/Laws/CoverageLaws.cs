using System.Reflection;
using LrMath.Tests.Generation;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>A public member is under the laws the moment it exists: whatever is missing is named here, with the place where it
/// belongs.</summary>
public class CoverageLaws
{
    private static readonly IReadOnlyDictionary<string, MethodInfo> All = Members.Named([
        .. Members.Builders,
        .. Members.AllVerbs,
        .. Members.Presets,
        .. Members.Shapes.OfType<MethodInfo>(),
    ]);

    public static TheoryData<string> Methods => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_public_parameter_is_known_to_the_generator(string name)
    {
        MethodInfo method = All[name];
        Generator generator = new();
        for (ulong seed = 1; seed <= 10; seed++)
        {
            Assert.NotNull(
                method.ReturnType == typeof(Shape)
                    ? generator.SampleShape(method, seed).Build(null)
                    : generator.Sample(method, depth: 1, seed).Build()
            );
        }
    }
}
