using System.Runtime.Intrinsics;

namespace LrMath.Structure;

/// <summary>
/// Whole ranges, by the widest lane of the machine. An element depends on its own step and on nothing else: neither the width nor the split
/// shows in its bits.
/// </summary>
internal static partial class Ranges
{
    /// <summary>The values of a formula at <paramref name="first"/>, first + 1 …, in double or single precision.</summary>
    internal static void Fill<TFormula, T>(in TFormula formula, int first, Span<T> destination)
        where TFormula : struct, IFormula
        where T : struct
    {
        if (Vector512.IsHardwareAccelerated && destination.Length >= Lane8.Width)
        {
            Steps<TFormula, Lane8, T>(formula, first, destination);
        }
        else if (Vector256.IsHardwareAccelerated && destination.Length >= Lane4.Width)
        {
            Steps<TFormula, Lane4, T>(formula, first, destination);
        }
        else if (Vector128.IsHardwareAccelerated && destination.Length >= Lane2.Width)
        {
            Steps<TFormula, Lane2, T>(formula, first, destination);
        }
        else
        {
            Steps<TFormula, Lane1, T>(formula, first, destination);
        }
    }

    /// <summary>The same for a formula that readies itself for a lane.</summary>
    internal static void FillWide<TFormula, T>(scoped in TFormula formula, int first, Span<T> destination)
        where TFormula : struct, IWideFormula, allows ref struct
        where T : struct
    {
        if (Vector512.IsHardwareAccelerated && destination.Length >= 2 * Lane8.Width)
        {
            formula.Fill<Lane8, T>(first, destination);
        }
        else if (Vector256.IsHardwareAccelerated && destination.Length >= 2 * Lane4.Width)
        {
            formula.Fill<Lane4, T>(first, destination);
        }
        else if (Vector128.IsHardwareAccelerated && destination.Length >= 2 * Lane2.Width)
        {
            formula.Fill<Lane2, T>(first, destination);
        }
        else if (!destination.IsEmpty)
        {
            formula.Fill<Lane1, T>(first, destination);
        }
    }

    /// <summary>Work on 0, 1 … up to a count, and on as many numbers more as fill a lane of eight, see <see cref="RoomFor"/>.</summary>
    internal static void Each<TWork>(scoped in TWork work, int count)
        where TWork : struct, IWork, allows ref struct
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Each<TWork, Lane8>(work, count);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            Each<TWork, Lane4>(work, count);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            Each<TWork, Lane2>(work, count);
        }
        else
        {
            Each<TWork, Lane1>(work, count);
        }
    }

    /// <summary>The room that the results of so much work need.</summary>
    internal static int RoomFor(int count) => (count + (Lane8.Width - 1)) & -Lane8.Width;

    /// <summary>One value everywhere.</summary>
    internal static void Hold<T>(double value, Span<T> destination)
        where T : struct => Fill(new Level(value), 0, destination);

    /// <summary>One value in the first so many elements, and perhaps in some of the room behind them: for short runs that follow each other.</summary>
    internal static void HoldAtLeast<T>(double value, int count, Span<T> room)
        where T : struct
    {
        if (Vector512.IsHardwareAccelerated)
        {
            HoldAtLeast<Lane8, T>(value, count, room);
        }
        else if (Vector256.IsHardwareAccelerated)
        {
            HoldAtLeast<Lane4, T>(value, count, room);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            HoldAtLeast<Lane2, T>(value, count, room);
        }
        else
        {
            HoldAtLeast<Lane1, T>(value, count, room);
        }
    }

    /// <summary>The image of each value; the destination may be the values themselves.</summary>
    internal static void Map<TMap, T>(in TMap map, ReadOnlySpan<double> values, Span<T> destination)
        where TMap : struct, IMap
        where T : struct
    {
        if (Vector512.IsHardwareAccelerated && destination.Length >= Lane8.Width)
        {
            Map<TMap, Lane8, T>(map, values, destination);
        }
        else if (Vector256.IsHardwareAccelerated && destination.Length >= Lane4.Width)
        {
            Map<TMap, Lane4, T>(map, values, destination);
        }
        else if (Vector128.IsHardwareAccelerated && destination.Length >= Lane2.Width)
        {
            Map<TMap, Lane2, T>(map, values, destination);
        }
        else
        {
            Map<TMap, Lane1, T>(map, values, destination);
        }
    }

    /// <summary>Two values folded into one, element by element; the destination may be one of them itself.</summary>
    internal static void Fold<TFold, T>(in TFold fold, ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<T> destination)
        where TFold : struct, IFold
        where T : struct
    {
        if (Vector512.IsHardwareAccelerated && destination.Length >= Lane8.Width)
        {
            Fold<TFold, Lane8, T>(fold, left, right, destination);
        }
        else if (Vector256.IsHardwareAccelerated && destination.Length >= Lane4.Width)
        {
            Fold<TFold, Lane4, T>(fold, left, right, destination);
        }
        else if (Vector128.IsHardwareAccelerated && destination.Length >= Lane2.Width)
        {
            Fold<TFold, Lane2, T>(fold, left, right, destination);
        }
        else
        {
            Fold<TFold, Lane1, T>(fold, left, right, destination);
        }
    }

    /// <summary>The values of a formula folded into others on their way; the destination may be those themselves.</summary>
    internal static void FoldSteps<TFold, TFormula, T>(in TFold fold, in TFormula formula, int first, ReadOnlySpan<double> values, Span<T> destination)
        where TFold : struct, IFold
        where TFormula : struct, IFormula
        where T : struct
    {
        if (Vector512.IsHardwareAccelerated && destination.Length >= Lane8.Width)
        {
            FoldSteps<TFold, TFormula, Lane8, T>(fold, formula, first, values, destination);
        }
        else if (Vector256.IsHardwareAccelerated && destination.Length >= Lane4.Width)
        {
            FoldSteps<TFold, TFormula, Lane4, T>(fold, formula, first, values, destination);
        }
        else if (Vector128.IsHardwareAccelerated && destination.Length >= Lane2.Width)
        {
            FoldSteps<TFold, TFormula, Lane2, T>(fold, formula, first, values, destination);
        }
        else
        {
            FoldSteps<TFold, TFormula, Lane1, T>(fold, formula, first, values, destination);
        }
    }
}
