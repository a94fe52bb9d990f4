using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Returns;

/// <summary>A commune whose round asks for a report of its own, by an outline.</summary>
public abstract class NarrativeTest : ReturnsTest
{
    protected ReturnId Id { get; private set; }

    protected int FormPack { get; private set; }

    /// <summary>The round that asks for it.</summary>
    protected new Round Round { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        FormPack = Given.FormPack();
        Round = Given.Round("2026-bc", FormPack, outlinePackId: Given.Pack(Given.Outline()));
        Id = Given.Return(Round, Commune, answers: Given.Answers());
    }

    protected SaveReportSection UseCase(HieuHocDb db) => new(db, Shelf, Clock);

    /// <summary>Writes a text.</summary>
    protected Task<Outcome<Return>> WriteAsync(int startedFrom, string section, string text) =>
        UseCase(Stored()).RunAsync(Id, startedFrom, section, new TypedSection(text, []), Officer, Ct);

    /// <summary>Writes a list, of which each item gets an id.</summary>
    protected async Task<IReadOnlyList<DifficultyId>> ListAsync(int startedFrom, string section, params IReadOnlyList<(string Text, string? Addressee)> items)
    {
        IReadOnlyList<TypedItem> typed = [.. items.Select(item => new TypedItem(new DifficultyId(Guid.CreateVersion7()), item.Text, item.Addressee))];
        Assert.Null((await ItemsAsync(startedFrom, section, typed)).Refusal);

        return [.. typed.Select(item => item.Id)];
    }

    protected Task<Outcome<Return>> ItemsAsync(int startedFrom, string section, IReadOnlyList<TypedItem> items) =>
        UseCase(Stored()).RunAsync(Id, startedFrom, section, new TypedSection(null, items), Officer, Ct);

    /// <summary>What a version says.</summary>
    protected async Task<WrittenReport> NarrativeAsync(int version) => await Stored().NarrativeAsync(await StoredReturnAsync(Id), version, Ct);

    /// <summary>Takes steps with the return, each by whom it belongs to.</summary>
    protected async Task TakeAsync(params IReadOnlyList<(ReturnStep Step, HieuHoc.Access.Actor Who)> steps)
    {
        foreach (var (step, who) in steps)
        {
            var outcome = await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(
                Id, (await StoredReturnAsync(Id)).Revision, step, "Bổ sung", who, Ct);
            Assert.Null(outcome.Refusal);
        }
    }

    /// <summary>Sends the return.</summary>
    protected Task SendAsync() => TakeAsync((ReturnStep.Submit, Officer), (ReturnStep.Approve, Leader), (ReturnStep.Send, Officer));

    /// <summary>Sends it, and gets it back to be mended; the revision begins again at what it was.</summary>
    protected async Task MendAsync()
    {
        var before = (await StoredReturnAsync(Id)).Revision;
        await SendAsync();
        await TakeAsync((ReturnStep.AskToMend, Agency));
        await using var db = Engine.Open();
        var @return = db.Returns.Single(@return => @return.Id == Id);
        db.Entry(@return).Property(row => row.Revision).CurrentValue = before;
        await db.SaveChangesAsync(Ct);
    }
}
