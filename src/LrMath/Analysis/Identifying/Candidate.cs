using LrMath.Structure;

namespace LrMath.Analysis.Identifying;

/// <summary>A schedule that explains a log, and how much there is to say to name it.</summary>
internal sealed record Candidate(Func<int, double> Schedule, string Text, double Cost)
{
    private const double UsualDigits = 2.5;
    private const int MostDigits = 3;

    /// <summary>Whether its numbers are those of a person: few digits each.</summary>
    public bool IsRound =>
        RoundNumbers.DigitsIn(Text) <= UsualDigits * RoundNumbers.CountIn(Text) && RoundNumbers.MostDigitsIn(Text) <= MostDigits;

    public static Candidate Of(Func<int, double> schedule)
    {
        string text = Description.Of(schedule).Replace("Schedule.", "", StringComparison.Ordinal);
        return new Candidate(schedule, text, text.Length + RoundNumbers.DigitsIn(text));
    }
}
