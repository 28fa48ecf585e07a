using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using LrMath.Tests.Generation;
using LrMath.Tests.Support;
using Xunit;

namespace LrMath.Tests.Laws;

/// <summary>
/// The bits of all builders and verbs over fixed steps. One process has one instruction set, so the comparison across them is made
/// by <c>tests/instruction-sets.sh</c>: it names a file in LRMATH_BITS, and each setting writes its own.
/// </summary>
public class InstructionSetLaws
{
    private const int SchedulesPerMethod = 12;

    [Fact]
    public void Every_builder_and_verb_has_one_hash_of_bits_for_steps_and_for_ranges_of_any_split()
    {
        List<string> lines = [VectorBits().ToString(CultureInfo.InvariantCulture)];
        foreach (MethodInfo method in Members.Builders.Concat(Members.Verbs))
        {
            for (int seed = 0; seed < SchedulesPerMethod; seed++)
            {
                Random random = new(seed);
                Func<int, double> schedule = new Generator().Sample(method, depth: 2, (ulong)seed).Build();
                int[] firsts = [0, random.Next(5000), 1_000_003, int.MaxValue - 1500];
                string hash = Hash([.. firsts.SelectMany(first => Law.Steps(schedule, first, 1501))]);
                Assert.Equal(hash, Hash([.. firsts.SelectMany(first => Split(schedule, first, 1501, 1 + random.Next(700)))]));
                lines.Add($"{hash} {method.Name} {seed}: {schedule.Describe()}");

                float[] floats = new float[1501];
                schedule.Evaluate(firsts[1], floats);
                lines.Add($"{Hash(floats)} {method.Name} {seed}: floats");
            }
        }

        if (Environment.GetEnvironmentVariable("LRMATH_BITS") is { Length: > 0 } path)
        {
            File.WriteAllLines(path, lines);
        }
    }

    private static double[] Split(Func<int, double> schedule, int first, int length, int part)
    {
        double[] values = new double[length];
        for (int done = 0; done < length; done += part)
        {
            schedule.Evaluate(first + done, values.AsSpan(done, Math.Min(part, length - done)));
        }

        return values;
    }

    private static string Hash<T>(T[] values)
        where T : struct => Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes<T>(values)))[..16];

    private static int VectorBits() =>
        Vector512.IsHardwareAccelerated ? 512
        : Vector256.IsHardwareAccelerated ? 256
        : Vector128.IsHardwareAccelerated ? 128
        : 64;
}
