using System.Text.Json;
using LrMath.Data;

namespace LrMath.Playground.Model;

/// <summary>What the library has made of a curve.</summary>
/// <param name="From">What it was made from.</param>
/// <param name="Rate">The schedule; of a curve with a mistake the last one without. Null if there has been none.</param>
/// <param name="Momentum">The momentum that its builder drives as well; null for none.</param>
/// <param name="Fault">What the library refuses; null for nothing.</param>
public sealed record Built(CurveState From, Func<int, double>? Rate, Func<int, double>? Momentum, Fault? Fault)
{
    /// <summary>The place of the builder and verbs of a curve.</summary>
    public static Spot Place { get; } = new(JsonPlace.Root.At("schedule"));

    /// <summary>Builds a curve.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="before">What it was before the last change; null for a new curve.</param>
    public static Built Of(CurveState curve, Built? before)
    {
        if (before is not null && ReferenceEquals(before.From.Schedule, curve.Schedule))
        {
            return before with { From = curve };
        }

        try
        {
            string text = $"{{\"lrmath\":1,\"schedule\":{curve.Schedule}}}";
            Func<int, double> rate = ScheduleJson.Read(text);
            return new(curve, rate, MomentumOf(curve), null);
        }
        catch (ScheduleJsonException refusal)
        {
            return new(curve, before?.Rate, before?.Momentum, Model.Fault.Of(refusal));
        }
    }

    private static Func<int, double>? MomentumOf(CurveState curve)
    {
        using var document = JsonDocument.Parse(curve.Schedule.Items[0].ToString());
        return ScheduleJson.Reading(null, null).Momentum(Place.Path, document.RootElement);
    }
}
