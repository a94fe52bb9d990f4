using System.Text.Json;
using HieuHoc.Figures;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Plans;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Programmes.Plans;

/// <summary>The province's plan, read from its paper and confirmed, against the pack of the programme.</summary>
public sealed class PlanOfTheSeedTests : PlansTest
{
    private static readonly ProgrammePack Pack = Read<ProgrammePack>("programmes", "quang-tri-2021-2030", "2021.6");

    private static readonly string Paper = File.ReadAllText(RepositoryFolder.Under("tests", "HieuHoc.PlanReading.Tests", "cases", "published", "quang-tri-2021-xhht.txt"));

    [Fact]
    public async Task What_is_read_linked_as_the_words_suggest_and_confirmed_is_what_the_pack_says()
    {
        await TakeAsync(Paper);
        var draft = await DraftAsync();
        var choices = await Links.ForAsync(draft.Head, Agency, Ct);
        // Two milestones are to be reached before 2025, which only a person can know to be 2024.
        var linked = draft.Items.Select(item => new DecidedItem(item.Key, item.Decided, PlanVerdict.Accepted, BeforeItsYear(choices.Suggested(item.Now)))).ToList();
        Assert.Null((await DecidePlanItems.RunAsync(Id, Guid.CreateVersion7(), linked, Agency, Ct)).Refusal);

        var confirmed = (await ConfirmPlan.RunAsync(Id, "", Agency, Ct)).Value;

        var expected = Assert.Single(Pack.Plans);
        var content = PlanContent.Parse(confirmed.Content);
        Assert.Equal(expected.Targets, content.Targets);
        Assert.Equal(expected.ToJson(), content.ToJson());
    }

    [Fact]
    public void The_targets_that_the_plan_sets_are_those_that_the_pack_had_before_it_had_the_plan()
    {
        var before = Read<ProgrammePack>("programmes", "quang-tri-2021-2030", "2021.4");
        var indicators = new[] { "learning-models", "learning-society" }
            .SelectMany(id => Read<IndicatorsPack>("indicators", id, "2026.1").Indicators).ToDictionary(indicator => indicator.Code);

        var targets = LinkedTargets.Of(Pack.Targets, Pack.Plans, indicators);

        Assert.Equal(
            before.Targets.Select(target => (target.Code, Milestones(target))),
            targets.Select(target => (target.Code, Milestones(target))));
    }

    private static string Milestones(TargetDefinition target) => string.Join("; ", target.Milestones.Select(milestone => $"{milestone.Year}: {milestone.Threshold} {milestone.Qualifier}"));

    private static PlanItem BeforeItsYear(PlanItem item) =>
        item is PlanTarget { Clause: "II.2.1.a", Qualifier: PlanReading.TargetQualifier.Strive, Link: { } link } target ? target with { Link = link with { Year = 2024 } } : item;

    private static T Read<T>(string kind, string id, string version) =>
        JsonSerializer.Deserialize<T>(File.ReadAllText(RepositoryFolder.Under("packs", kind, id, $"{version}.json")), Json.Readable)!;
}
