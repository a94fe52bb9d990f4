using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Register;
using HieuHoc.Returns;
using HieuHoc.Testing;
using HieuHoc.Tests.Register;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

/// <summary>A round that asks villages: how many days it rained, how many gauges there are, and how deep it was, which does not add.</summary>
public abstract class VillageReturnsTest : VillagesTest
{
    protected Round Round { get; private set; } = null!;

    protected Actor Agency => field ??= Given.Person(Role.StandingAgency, Province);

    protected TakeReturnStep TakeReturnStep => new(Db, Shelf, Clock);

    protected int Form { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Given.Pack(Given.Elements() with
        {
            Elements =
            [
                Given.Element("rain.days", leafLevel: SubjectLevel.Village),
                Given.Element("rain.gauges", leafLevel: SubjectLevel.Village),
                Given.Element("rain.depth", leafLevel: SubjectLevel.Village, overSubjects: OverSubjects.None),
            ],
        });
        Form = Given.Pack(Given.VillageForm("rain.days", "rain.gauges", "rain.depth"));
        Round = Given.Round("rain", Form);
    }

    protected static Dictionary<string, long> Rain(long? days = null, long? gauges = null, long? depth = null) =>
        new (string Code, long? Value)[] { ("rain.days", days), ("rain.gauges", gauges), ("rain.depth", depth) }
            .Where(cell => cell.Value is not null)
            .ToDictionary(cell => cell.Code, cell => cell.Value!.Value);

    /// <summary>A return that the commune has confirmed.</summary>
    protected async Task<ReturnId> ConfirmedAsync(int village, Dictionary<string, long> answers, Round? round = null)
    {
        var id = Given.Return(round ?? Round, village, ReturnState.Sent, answers);
        Assert.Null((await TakeReturnStep.RunAsync(id, 0, ReturnStep.Confirm, null, Officer, Ct)).Refusal);

        return id;
    }

    protected Task<Return> ReturnOfAsync(int village, Round? round = null)
    {
        var id = (round ?? Round).Id;

        return Stored().Returns.SingleAsync(@return => @return.RoundId == id && @return.SubjectId == village, Ct);
    }

    protected async Task<IReadOnlyDictionary<string, long>> AnswersOfAsync(int village)
    {
        var @return = await ReturnOfAsync(village);

        return Answers.FromJson((await Stored().ReturnVersions.SingleAsync(
            version => version.ReturnId == @return.Id && version.Number == @return.CurrentVersion, Ct)).Answers).Values;
    }

    /// <summary>The village's return as the commune confirms it, whatever way it went before.</summary>
    protected async Task ConfirmAsync(int village)
    {
        var @return = await ReturnOfAsync(village);
        await Stored().Returns.Where(row => row.Id == @return.Id)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.State, ReturnState.Sent), Ct);
        Db.ChangeTracker.Clear();
        Assert.Null((await TakeReturnStep.RunAsync(@return.Id, @return.Revision, ReturnStep.Confirm, null, Officer, Ct)).Refusal);
    }

    protected async Task<int> MergeAsync(params IReadOnlyList<int> villages) =>
        Assert.Single((await RearrangeVillages.RunAsync(Merger(villages), Officer, Ct)).Value);

    protected static Rearrangement Merger(IReadOnlyList<int> villages, int? goesOn = null, DateOnly? on = null) =>
        new(villages, [new VillageAfter(goesOn, "thôn", $"Gộp {villages[0]}")], on ?? Spring, Decision);

    /// <summary>What the commune's roll-up says of an element: the sum, and how many are in it.</summary>
    protected async Task<(long Sum, int Reported)?> RollUpOfAsync(string element)
    {
        var period = Round.PeriodId;
        var id = await Stored().Elements.Where(row => row.Code == element).Select(row => row.Id).SingleAsync(Ct);
        var row = await Stored().RollUps.SingleOrDefaultAsync(row => row.ElementId == id && row.PeriodId == period && row.SubjectId == HaiLang, Ct);

        return row is null ? null : (row.Sum, row.Reported);
    }

    /// <summary>How many returns the commune's villages owe before its sums are whole.</summary>
    protected async Task<int> OwedAsync()
    {
        await using var db = Stored();
        var communes = db.CommunesUnder(Province, PlaceLevel.Province, new DateOnly(2026, 12, 31));
        var names = await db.Elements.Select(element => element.Code).ToHashSetAsync(Ct);
        var expected = await db.ExpectationsAsync(Shelf, 1, [Round.PeriodId], names, Standing.Official, communes, Ct);

        return Assert.Single(expected, one => one.Round == Round.Id).Owed.GetValueOrDefault(HaiLang);
    }

    /// <summary>A context that counts anew keeps its connection, and this is asked often: so its own, and closed at once.</summary>
    private protected async Task RebuildsAsync()
    {
        await using var db = Engine.Open();
        Assert.Equal(await RebuiltAsync(db, Ct), await RollUpAsync(db, Ct));
    }
}
