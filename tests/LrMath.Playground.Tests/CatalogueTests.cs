using LrMath.Data;
using LrMath.Playground.Model;
using Xunit;

namespace LrMath.Playground.Tests;

/// <summary>What the page offers, without a browser.</summary>
public class CatalogueTests
{
    private const int Run = 10_000;

    private static readonly Catalogue Catalogue = new(Documentation.Embedded());

    public static TheoryData<string> Builders => [.. Catalogue.Builders.Select(entry => entry.Label + "|" + entry.Name).Distinct()];

    public static TheoryData<string> Verbs => [.. Catalogue.Verbs.Select(entry => entry.Label + "|" + entry.Name).Distinct()];

    [Theory]
    [MemberData(nameof(Builders))]
    public void A_builder_begins_with_legal_arguments_and_moves_within_the_run(string name)
    {
        Entry entry = Catalogue.Builders.First(entry => entry.Label + "|" + entry.Name == name);
        var built = Built.Of(new CurveState(new Series([Catalogue.Begin(entry, Run)])), null);
        Assert.Null(built.Fault);
        Assert.All(Enumerable.Range(0, 11), i => Assert.True(double.IsFinite(built.Rate!(i * Run / 10))));
        Assert.Equal(entry, Catalogue.Find(Catalogue.Builders, CallTerm.Of(Catalogue.Begin(entry, Run))!));
    }

    [Theory]
    [MemberData(nameof(Verbs))]
    public void A_verb_begins_with_legal_arguments(string name)
    {
        Entry entry = Catalogue.Verbs.First(entry => entry.Label + "|" + entry.Name == name);
        Series schedule = new([.. PageState.First.Curves[0].Schedule.Items, Catalogue.Begin(entry, Run)]);
        Assert.Null(Built.Of(new CurveState(schedule), null).Fault);
    }

    [Fact]
    public void Every_policy_begins_with_legal_settings() =>
        Assert.All(
            Catalogue.Policies,
            entry =>
            {
                Fields policy = Catalogue.Begin(entry, Run);
                Fields[] verbs = [.. Catalogue.PolicyVerbs.Select(verb => Catalogue.Begin(verb, Run))];
                Assert.Equal(2, verbs.Length);
                foreach (Term[] on in new Term[][] { [], [verbs[0]], [verbs[1]], [verbs[0], verbs[1]], [verbs[1], verbs[0]] })
                {
                    PolicyRun.Of(Schedule.Constant(0.1), new Series([policy, .. on]), [2, 2, 2, 2, 2, 2], [10, 20, 30, 40, 50, 60]);
                }
            }
        );

    [Fact]
    public void Every_entry_has_its_documentation_with_all_parameters() =>
        Assert.All(
            Catalogue.Builders.Concat(Catalogue.Verbs).Concat(Catalogue.Shapes).Where(entry => entry.Member.Room != "CyclicModes"),
            entry =>
            {
                DocText docs = Catalogue.Docs(entry.Member) ?? throw new InvalidOperationException($"{entry.Name} has no documentation");
                Assert.NotEmpty(docs.Summary);
                Assert.All(entry.Member.Parameters, parameter => Assert.NotEmpty(docs.Parameters[parameter.Name]));
            }
        );

    [Fact]
    public void Everything_that_JSON_reads_can_be_chosen() =>
        Assert.Equal(
            JsonFamily.Schedules.Members.Keys.Order(StringComparer.Ordinal),
            Catalogue.Builders.Select(entry => entry.Name).Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public void An_address_brings_back_the_state()
    {
        PageState state = PageState.First with { StepsPerEpoch = 391, InEpochs = true, IsLog = true, View = (10, 500), Below = 1e-3 };
        Assert.Equal(state.Write(), Address.Read(Address.Write(state))!.Write());
    }

    [Fact]
    public void A_bomb_of_an_address_is_refused()
    {
        using var bytes = new MemoryStream();
        using (var deflate = new System.IO.Compression.DeflateStream(bytes, System.IO.Compression.CompressionLevel.Fastest))
        {
            deflate.Write(new byte[10_000_000]);
        }

        Assert.Null(Address.Read(System.Buffers.Text.Base64Url.EncodeToString(bytes.ToArray())));
    }
}
