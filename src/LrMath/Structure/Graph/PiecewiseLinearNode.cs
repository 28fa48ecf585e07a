using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace LrMath.Structure;

/// <summary>Linear pieces one after another, in one node. The piece of a step is found without a branch among a few of them.</summary>
internal sealed record PiecewiseLinearNode : ScheduleNode
{
    // The number of milestones that are compared at once.
    private const int Few = 8;

    // Longer lists are not taken apart: a program that appends piece after piece would copy them all each time.
    private const int MostToCopy = 64;

    private readonly LinearPiece[] pieces;
    private readonly int[] milestones;
    private readonly Vector256<int> few;
    private readonly bool areFew;
    private readonly int count;

    private PiecewiseLinearNode(ReadOnlySpan<LinearPiece> own)
    {
        count = own.Length;
        areFew = count <= Few + 1 && Vector256.IsHardwareAccelerated;
        milestones = new int[count - 1];
        pieces = new LinearPiece[Math.Max(count, Few + 1)];
        own.CopyTo(pieces);

        // Unused comparison slots hold int.MaxValue, which the step int.MaxValue also reaches; so they lead to the last piece again.
        pieces.AsSpan(count).Fill(own[^1]);
        Span<int> slots = stackalloc int[Few];
        slots.Fill(int.MaxValue);
        for (int i = 0; i < milestones.Length; i++)
        {
            milestones[i] = (int)own[i + 1].First;
            slots[Math.Min(i, Few - 1)] = milestones[i];
        }

        few = Vector256.Create<int>(slots);
    }

    internal override LinearPiece[]? Pieces => count <= MostToCopy ? pieces[..count] : null;

    /// <summary>A linear change on a segment, with the values held before and after it. Each half is computed from its own end.</summary>
    internal static PiecewiseLinearNode Of(in Segment segment)
    {
        long inside = segment.FirstInside();
        ReadOnlySpan<LinearPiece> all =
        [
            new(0, segment.Start),
            new(inside, new SegmentEnd(segment, fromEnd: false)),
            new(Math.Max(segment.FirstStepAfter(0.5), inside), new SegmentEnd(segment, fromEnd: true)),
            new(Segment.StepAt(segment.To), segment.End),
        ];
        Span<LinearPiece> used = new LinearPiece[all.Length];
        int count = 0;
        for (int i = 0; i < all.Length; i++)
        {
            // A piece without a step is left out.
            if (all[i].First <= int.MaxValue && (i + 1 == all.Length || all[i].First < all[i + 1].First))
            {
                used[count++] = all[i];
            }
        }

        return new(used[..count]);
    }

    /// <summary>Parts one after another, as a sequence has them; null if one of them does not consist of linear pieces.</summary>
    internal static PiecewiseLinearNode? Of(ScheduleNode[] parts, int[] milestones, int[] origins)
    {
        List<LinearPiece> all = [];
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
                long first = Math.Max(own[k].First + origins[i], from);
                long end = k + 1 < own.Length ? Math.Min(own[k + 1].First + origins[i], until) : until;
                if (first >= end)
                {
                    continue;
                }

                if (own[k].Later(first, origins[i]) is not { } piece)
                {
                    return null;
                }

                all.Add(piece);
            }
        }

        return new(all.ToArray());
    }

    internal override int? Length => pieces[count - 1] is { IsConstant: true, First: var first } ? (int)first : null;

    internal override double At(int step)
    {
        Guard.Step(step);
        return pieces[PieceAt(step)].At(new Scalar(step)).Value;
    }

    private protected override int FillRun(int first, Span<double> destination)
    {
        int i = PieceAt(first);
        Span<double> run = destination[..StepSearch.CountToNext(milestones, i, first, destination.Length)];
        return pieces[i].IsConstant ? Fill(pieces[i].At(new Scalar(first)).Value, run) : Fill(pieces[i], first, run);
    }

    /// <summary>The number of milestones that are reached.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int PieceAt(int step) =>
        areFew
            ? Few - BitOperations.PopCount(Vector256.GreaterThan(few, Vector256.Create(step)).ExtractMostSignificantBits())
            : StepSearch.Reached(milestones, step);
}
