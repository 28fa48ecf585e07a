using System.IO.Enumeration;

namespace LrMath.Tests.Golden;

/// <summary>
/// Records whose framework does what LrMath should not be able to express. A listed record must really differ: one that agrees fails.
/// </summary>
/// <param name="Ids">Id, or a pattern with * and ?.</param>
/// <param name="Reason">What the framework does, and why it is wrong.</param>
/// <param name="When">Picks among the records with such an id by their arguments, so that the entry holds for records not seen yet.</param>
internal sealed record Defect(string Ids, string Reason, Func<GoldenRecord, bool>? When = null)
{
    /// <summary>The one list. It stays under 2 % of all records.</summary>
    public static IReadOnlyList<Defect> All { get; } = [];

    public bool Lists(GoldenRecord record) =>
        FileSystemName.MatchesSimpleExpression(Ids, record.Id, ignoreCase: false) && (When is null || When(record));
}
