using System.Collections.Immutable;
using LrMath.Playground.Model;
using Xunit;
using Xunit.Abstractions;

namespace LrMath.Playground.Tests;

/// <summary>Handles of every builder, without a browser: where one is dragged to, the curve then is.</summary>
public class HandleTests(ITestOutputHelper output)
{
    private const int Run = 10_000;

    private static readonly Catalogue Catalogue = new(Documentation.Embedded());

    private static readonly Term Warmup = Term.Of(System.Text.Json.JsonElement.Parse("""{ "warmup": { "steps": 400 } }"""));

    public static TheoryData<string> Builders => [.. Catalogue.Builders.Select(entry => entry.Label + "|" + entry.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Builders))]
    public void A_handle_is_where_it_was_dragged_to(string name)
    {
        Entry entry = Catalogue.Builders.First(entry => entry.Label + "|" + entry.Name == name);
        foreach (Term[] verbs in new Term[][] { [], [Warmup] })
        {
            Series schedule = new([Catalogue.Begin(entry, Run / 2), .. verbs]);
            foreach (Handle handle in Of(schedule))
            {
                Moved(schedule, handle);
            }
        }
    }

    [Fact]
    public void Peak_floor_warm_up_and_end_have_handles()
    {
        Assert.Equal(
            ["handle-0-steps 10000", "handle-0-start 500", "handle-0-end 10000", "handle-1-steps 500"],
            Of(PageState.First.Curves[0].Schedule).Select(handle => $"{handle.Id} {handle.Step}")
        );
    }

    [Fact]
    public void Most_builders_can_be_dragged()
    {
        string[] without =
        [
            .. Catalogue.Builders.Where(entry => Of(new Series([Catalogue.Begin(entry, Run / 2)])).IsEmpty).Select(entry => entry.Label),
        ];
        output.WriteLine($"no handle: {string.Join(", ", without)}");
        Assert.True(without.Length < 0.2 * Catalogue.Builders.Length, string.Join(", ", without));
    }

    private static ImmutableArray<Handle> Of(Series schedule) =>
        Handles.Of(Catalogue, schedule, Built.Of(new CurveState(schedule), null).Rate!, Run);

    private static void Moved(Series schedule, Handle handle)
    {
        int step = handle.Step * 9 / 10;
        double value = handle.Value == 0 ? 0.001 : handle.Value * 0.9;
        Literal? argument = handle.MovesStep ? handle.AtStep(step, 1) : handle.AtValue(value, 1e-12);
        if (argument is null)
        {
            return;
        }

        CallTerm call = CallTerm.Of(schedule.Items[handle.Part])!.With(handle.Parameter, argument);
        Series changed = new(schedule.Items.SetItem(handle.Part, call.Term));
        Assert.Null(Built.Of(new CurveState(changed), null).Fault);
        Handle? now = Of(changed).FirstOrDefault(one => one.Id == handle.Id);
        Assert.True(now is not null, $"{schedule}: {handle.Id} is gone after it was dragged to {argument}");
        if (handle.MovesStep)
        {
            Assert.True(Math.Abs(now.Step - step) <= 0.002 * Run, $"{changed}: {handle.Id} is at step {now.Step}, not {step}");
        }
        else
        {
            Assert.True(
                Math.Abs(now.Value - value) <= 0.02 * Math.Abs(value) + 1e-9,
                $"{changed}: {handle.Id} is at {now.Value}, not {value}"
            );
        }
    }
}
