using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LrMath.Structure;

/// <summary>Straight pieces one after another, in one place: nothing is asked of other nodes, and a few pieces are found without a guess.</summary>
internal sealed record StraightNode : ScheduleNode
{
    // So many milestones are compared at once.
    private const int Few = 8;

    // Longer ones are not taken apart again: whoever appends piece after piece would copy them all each time.
    private const int Most = 64;

    private readonly Straight[] pieces;
    private readonly int[] milestones;
    private readonly Vector256<int> few;
    private readonly bool areFew;
    private readonly int count;

    private StraightNode(Straight[] pieces)
    {
        count = pieces.Length;
        areFew = count <= Few + 1 && Vector256.IsHardwareAccelerated;
        milestones = [.. pieces.Skip(1).Select(piece => (int)piece.First)];

        // What is behind the last milestone counts as reached by the last step there is: the last piece stands there as well.
        this.pieces = [.. pieces, .. Enumerable.Repeat(pieces[^1], Math.Max(0, Few + 1 - count))];
        few = Vector256.Create([.. milestones.Take(Few), .. Enumerable.Repeat(int.MaxValue, Math.Max(0, Few - milestones.Length))]);
    }

    internal override Straight[]? Pieces => count <= Most ? pieces[..count] : null;

    /// <summary>A straight way on a segment, with what is held before and after it; each half is counted from its own end.</summary>
    internal static StraightNode Of(in Segment segment)
    {
        long inside = segment.FirstInside();
        Straight[] all =
        [
            Straight.Level(0, segment.Start),
            new(inside, new Half(segment, isFirst: true)),
            new(Math.Max(segment.FirstPast(0.5), inside), new Half(segment, isFirst: false)),
            Straight.Level(Segment.StepAt(segment.To), segment.End),
        ];
        return new([.. all.Where((piece, i) => piece.First <= int.MaxValue && (i + 1 == all.Length || piece.First < all[i + 1].First))]);
    }

    /// <summary>Parts one after another as a switch has them, if all are straight.</summary>
    internal static StraightNode? Of(ScheduleNode[] parts, int[] milestones, int[] clocks)
    {
        List<Straight> all = [];
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i].Pieces is not { } own)
            {
                return null;
            }

            long from = i == 0 ? 0 : milestones[i - 1];
            long until = i < milestones.Length ? milestones[i] : 1L + int.MaxValue;
            for (int k = 0; k < own.Length; k++)
            {
                long first = Math.Max(own[k].First + clocks[i], from);
                long end = k + 1 < own.Length ? Math.Min(own[k + 1].First + clocks[i], until) : until;
                if (first >= end)
                {
                    continue;
                }

                if (own[k].Later(first, clocks[i]) is not { } piece)
                {
                    return null;
                }

                all.Add(piece);
            }
        }

        return new([.. all]);
    }

    internal override double At(int step)
    {
        Guard.Step(step);
        return pieces[PieceAt(step)].At(new Lane1(step)).Value;
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        int i = PieceAt(first);
        int count = i < milestones.Length ? Segment.Before(milestones[i], first, destination.Length) : destination.Length;
        return pieces[i].IsLevel
            ? Hold(pieces[i].At(new Lane1(first)).Value, destination[..count])
            : Fill(pieces[i], first, destination[..count]);
    }

    /// <summary>The number of milestones that are reached.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PieceAt(int step) => areFew
        ? Few - BitOperations.PopCount(Vector256.GreaterThan(few, Vector256.Create(step)).ExtractMostSignificantBits())
        : Search(step);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Search(int step)
    {
        int found = Array.BinarySearch(milestones, step);
        return found >= 0 ? found + 1 : ~found;
    }
}
