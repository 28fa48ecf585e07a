namespace LrMath.Tests.Golden;

/// <summary>What LrMath says to a record, quantity by quantity.</summary>
internal sealed class Answer
{
    private readonly Dictionary<string, object?> quantities = new(StringComparer.Ordinal);

    public Func<int, double> Rate => (Func<int, double>)quantities["lr"]!;

    /// <summary>A schedule, evaluated at the record's steps.</summary>
    public static implicit operator Answer(Func<int, double> rate) => new Answer().With("lr", rate);

    /// <summary>A closed loop: <c>rates[i]</c> is the rate after metric i.</summary>
    public static implicit operator Answer(double[] rates) => new Answer().With("lr", (Func<int, double>)(step => rates[step]));

    public Answer With(string quantity, Func<int, double> schedule) => Set(quantity, schedule);

    public Answer With(string quantity, double? value) => Set(quantity, value);

    public Answer With(string quantity, IReadOnlyList<double> values) => Set(quantity, values);

    public Answer With(string quantity, IReadOnlyDictionary<string, double> values) => Set(quantity, values);

    public bool TryGet(string quantity, out object? value) => quantities.TryGetValue(quantity, out value);

    private Answer Set(string quantity, object? value)
    {
        quantities[quantity] = value;
        return this;
    }
}
