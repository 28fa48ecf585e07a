namespace LrMath.Data;

/// <summary>How large a JSON text may be, so that no text takes more than a known amount of memory and time.</summary>
internal static class JsonLimits
{
    /// <summary>The length of a text, in bytes of UTF-8.</summary>
    internal const int Bytes = 1 << 20;

    /// <summary>Objects and lists within one another.</summary>
    internal const int Depth = 64;

    /// <summary>The elements of a list.</summary>
    internal const int List = 10_000;

    /// <summary>The verbs on one schedule; each is a call deeper when the schedule is evaluated.</summary>
    internal const int Verbs = 64;

    /// <summary>The verbs on one policy, each of them at most once.</summary>
    internal const int PolicyVerbs = 2;

    /// <summary>All values of a text, objects and lists counted in.</summary>
    internal const int Values = 100_000;

    /// <summary>What building the schedule of a text may allocate, in bytes; checked after each builder and verb.</summary>
    internal const long Allocated = 64 << 20;
}
