using FsCheck;
using FsCheck.Fluent;
using HieuHoc.Returns;
using HieuHoc.Testing;
using HieuHoc.Tests.Figures;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class VillageMergersPropertyTests : VillageReturnsTest
{
    private static int Cases => TestEngines.Name == "sqlite" ? 8 : 3;

    private static Gen<List<Event>> Events =>
        from events in (
            from merges in Gen.Elements(true, false)
            from one in Gen.Choose(0, 9)
            from other in Gen.Choose(0, 9)
            from answers in Gen.Choose(0, 3)
            select new Event(merges, one, other, answers)).ListOf(8)
        select events.ToList();

    [Fact]
    public async Task After_any_confirmations_and_mergers_the_roll_up_equals_a_rebuild_and_confirmed_sums_are_kept() =>
        await Task.Run(() => Always.Holds(Events, events => HoldsAsync(events).GetAwaiter().GetResult(), Cases), Ct);

    /// <summary>Each case has villages of its own; the roll-up of the commune goes on.</summary>
    private async Task<bool> HoldsAsync(List<Event> events)
    {
        var live = Enumerable.Range(0, 5).Select(i => Village($"{Guid.CreateVersion7():N}")).ToList();
        live.ForEach(village => Given.Return(Round, village));
        var day = Spring;

        foreach (var one in events)
        {
            if (!one.Merges)
            {
                await AnswerAsync(live[one.One % live.Count], one.Answers);
            }
            else if (live.Count > 1)
            {
                day = day.AddDays(1);
                await MergeAsync(live, one, day);
            }

            await RebuildsAsync();
        }

        return true;
    }

    private async Task AnswerAsync(int village, int answers)
    {
        var id = (await ReturnOfAsync(village)).Id;
        var given = new Answers(Rain(days: answers + 1, gauges: answers % 2 == 0 ? answers : null)).ToJson();
        await Stored().ReturnVersions.Where(version => version.ReturnId == id)
            .ExecuteUpdateAsync(version => version.SetProperty(row => row.Answers, given), Ct);
        await ConfirmAsync(village);
    }

    private async Task MergeAsync(List<int> live, Event one, DateOnly day)
    {
        var pair = new[] { live[one.One % live.Count], live[one.Other % live.Count] }.Distinct().ToList();

        if (pair.Count < 2)
        {
            return;
        }

        var (days, gauges) = (await RollUpOfAsync("rain.days"), await RollUpOfAsync("rain.gauges"));
        Db.ChangeTracker.Clear();
        var asked = Merger(pair, goesOn: one.Answers == 0 ? pair[0] : null, on: day);
        var merged = Assert.Single((await RearrangeVillages.RunAsync(asked, Officer, Ct)).Value);
        live.RemoveAll(pair.Contains);
        live.Add(merged);

        // Confirmed or not, nothing that counted before is lost by the merger itself.
        Assert.Equal((days?.Sum, gauges?.Sum), ((await RollUpOfAsync("rain.days"))?.Sum, (await RollUpOfAsync("rain.gauges"))?.Sum));
    }

    private sealed record Event(bool Merges, int One, int Other, int Answers);
}
