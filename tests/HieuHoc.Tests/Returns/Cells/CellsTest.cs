using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Cells;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Returns.Cells;

/// <summary>A return that the standing agency has, and what both sides do with its cells.</summary>
public abstract class CellsTest : ReturnsTest
{
    protected const string Families = "family.total";
    protected const string Clans = "clan.total";

    protected ReturnId Id { get; private set; }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Id = Given.Return(Round, Commune, ReturnState.Sent, Given.Answers());
    }

    protected static TypedMark Mark(string cell, string? reason = "Xem lại") => new(cell, reason);

    protected static TypedRemark Remark(string cell, string? text = "Đã đối chiếu sổ", Guid? id = null) => new(new RemarkId(id ?? Guid.CreateVersion7()), cell, text);

    protected async Task<int> RevisionAsync() => (await StoredReturnAsync(Id)).Revision;

    protected async Task<Refusal?> MarkAsync(params IReadOnlyList<TypedMark> marks) =>
        (await new MarkCells(Stored(), Shelf, Clock).RunAsync(Id, await RevisionAsync(), marks, Agency, Ct)).Refusal;

    protected async Task<Refusal?> StepAsync(ReturnStep step, Actor actor, string? reason = null) =>
        (await new TakeReturnStep(Stored(), Shelf, Clock).RunAsync(Id, await RevisionAsync(), step, reason, actor, Ct)).Refusal;

    protected async Task<Refusal?> SaveAsync(IReadOnlyDictionary<string, string?> typed) =>
        (await new SaveReturn(Stored(), Shelf, Clock).RunAsync(Id, await RevisionAsync(), typed, Officer, Ct)).Refusal;

    protected async Task<Refusal?> SayAsync(Actor actor, params IReadOnlyList<TypedRemark> remarks) =>
        (await new RemarkOnCells(Stored(), Shelf, Clock).RunAsync(Id, remarks, actor, Ct)).Refusal;

    /// <summary>Marks cells and gives the return back for them.</summary>
    protected async Task AskAsync(params IReadOnlyList<TypedMark> marks)
    {
        Assert.Null(await MarkAsync(marks));
        Assert.Null(await StepAsync(ReturnStep.AskToMend, Agency));
    }

    /// <summary>From the officer's hands to the standing agency's.</summary>
    protected async Task SendAsync()
    {
        Assert.Null(await StepAsync(ReturnStep.Submit, Officer));
        Assert.Null(await StepAsync(ReturnStep.Approve, Leader));
        Assert.Null(await StepAsync(ReturnStep.Send, Leader));
    }

    protected async Task<CellTalk> HeardByAsync(Actor actor)
    {
        var @return = await StoredReturnAsync(Id);

        return await Stored().CellTalkAsync(@return, await Stored().FormAsync(Shelf, @return.FormPackId, Ct), actor, Ct);
    }

    protected static Dictionary<string, string?> Typed(params IReadOnlyList<(string Cell, string? Text)> cells) =>
        cells.ToDictionary(cell => cell.Cell, cell => cell.Text);
}
