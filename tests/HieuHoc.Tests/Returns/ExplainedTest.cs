using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Reasons;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

/// <summary>A commune whose figures are held against the year before, against their whole and against the communes alike.</summary>
public abstract class ExplainedTest : ReturnsTest
{
    protected const string Jumped = "jump";
    protected const string Total = "family.total";

    protected static FormsPack Form { get; } = Given.Form(Total, "family.registered", "family.recognised", "clan.total") with
    {
        Id = "explained",
        Comparisons =
        [
            Watch(Jumped, ComparisonKind.Jump, Total, "clan.total") with { Percent = 50, Least = 100 },
            Watch("whole", ComparisonKind.ExactlyWhole, "family.registered") with { Whole = Total, Least = 20 },
            Watch("alike", ComparisonKind.FarFromAlike, "family.recognised") with { Whole = Total, Least = 4, Ranges = 1 },
        ],
        Reasons = [new ReadyReason { Code = "merger", Title = Given.Words("Sáp nhập") }, new ReadyReason { Code = "other", Title = Given.Words("Lý do khác"), NeedsWords = true }],
    };

    protected ReturnId Id { get; private set; }

    /// <summary>The round that asks it.</summary>
    protected new Round Round { get; private set; } = null!;

    protected virtual FormsPack Asked => Form;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Round = Given.Round("2026-so", Given.Pack(Asked));
        Given.Counted(Commune, 2025, new Dictionary<string, long> { [Total] = 1204, ["clan.total"] = 20 });
        Id = Given.Return(Round, Commune, answers: Answers(2310));
    }

    /// <summary>Answers that jump where the total does, and are all of nothing.</summary>
    protected static IReadOnlyDictionary<string, long> Answers(long total, long registered = 5, long recognised = 4) => new Dictionary<string, long>
    {
        [Total] = total, ["family.registered"] = registered, ["family.recognised"] = recognised, ["clan.total"] = 21,
    };

    protected Task<Outcome<Return>> ExplainAsync(int startedFrom, params IReadOnlyList<TypedReason> typed) => ExplainAsync(startedFrom, Officer, typed);

    protected Task<Outcome<Return>> ExplainAsync(int startedFrom, Actor who, params IReadOnlyList<TypedReason> typed) =>
        new ExplainFindings(Stored(), Shelf, Clock).RunAsync(Id, startedFrom, typed, who, Ct);

    protected static TypedReason Reason(string? ready = "merger", string? text = null, string code = Jumped, string cell = Total) => new(code, cell, ready, text);

    /// <summary>What is found in the version that is being worked on.</summary>
    protected async Task<ReturnFindings> FoundAsync()
    {
        await using var db = Stored();
        var @return = await StoredReturnAsync(Id);
        var version = await db.ReturnVersions.SingleAsync(row => row.ReturnId == Id && row.Number == @return.CurrentVersion, Ct);
        var form = await db.FormAsync(Shelf, @return.FormPackId, Ct);
        var elements = await db.ElementsOfAsync(Shelf, @return, Ct);

        return await db.FindingsAsync(Shelf, @return, version.Number, form, HieuHoc.Returns.Answers.FromJson(version.Answers), elements, Ct);
    }

    protected async Task<Refusal?> TakeAsync(ReturnStep step, Actor who, string? reason = "Bổ sung") =>
        (await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(Id, (await StoredReturnAsync(Id)).Revision, step, reason, who, Ct)).Refusal;

    protected async Task<Refusal?> SaveAsync(IReadOnlyDictionary<string, long> answers) =>
        (await new SaveReturn(Stored(), Shelf, Clock).RunAsync(Id, (await StoredReturnAsync(Id)).Revision, Given.Typed(answers), Officer, Ct)).Refusal;

    private static FormComparison Watch(string code, ComparisonKind kind, params IReadOnlyList<string> cells) =>
        new() { Code = code, Kind = kind, Title = Given.Words(code), Cells = cells };
}
