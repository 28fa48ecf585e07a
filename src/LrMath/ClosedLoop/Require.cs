using System.Globalization;
using System.Runtime.CompilerServices;
using LrMath.Structure;

namespace LrMath.ClosedLoop;

/// <summary>Checks that policies and states need beside those of all builders.</summary>
internal static class Require
{
    public static double? Finite(double? value, [CallerMemberName] string name = "") =>
        value is { } given ? Guard.Finite(given, name) : null;

    public static T Given<T>(T? value, [CallerMemberName] string name = "")
        where T : class => value ?? throw new ArgumentNullException(name);

    /// <summary>A part of a state is one that a policy can have produced.</summary>
    public static void Part(int value, int most, string name)
    {
        if (value > most)
        {
            throw Unreachable(value, $"0 to {most.ToString(CultureInfo.InvariantCulture)}", name);
        }
    }

    /// <summary>A part of a state is one that a policy can have produced.</summary>
    public static void Part(double value, double least, double most, string name)
    {
        if (!(value >= least && value <= most))
        {
            throw Unreachable(value, string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"), name);
        }
    }

    /// <summary>A part of a state is absent, because another one is.</summary>
    public static void Absent(bool isAbsent, double? value, string why, string name)
    {
        if (!isAbsent)
        {
            throw Unreachable(value!, why, name);
        }
    }

    private static ArgumentOutOfRangeException Unreachable(object value, string legal, string name) =>
        Guard.Illegal(name, value, $"{legal}: no run of this policy leads here");
}
