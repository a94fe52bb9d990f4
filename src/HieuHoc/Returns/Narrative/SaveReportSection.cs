using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns.Narrative;

/// <summary>One difficulty or proposal as it was typed.</summary>
/// <param name="Id">Chosen by the page: sent again it is the same item.</param>
public sealed record TypedItem(DifficultyId Id, string? Text, string? Addressee);

/// <summary>What a section of a sender's report was typed to be: a text, or a list of items.</summary>
public sealed record TypedSection(string? Text, IReadOnlyList<TypedItem> Items);

/// <summary>Keeps what a sender writes in one section of its own report. What was sent stays as it was: a mended version says it anew.</summary>
public sealed class SaveReportSection(HieuHocDb db, PackShelf shelf, ProgrammeClock clock)
{
    /// <summary>The most characters of a section.</summary>
    public const int LongestText = 20_000;

    /// <summary>The most characters of a difficulty or a proposal.</summary>
    public const int LongestItem = 2_000;

    /// <summary>The most characters of the name of whom a proposal is made to.</summary>
    public const int LongestAddressee = 200;

    /// <summary>The most difficulties, or proposals, of one report.</summary>
    public const int MostItems = 50;

    /// <summary>Saves a section; nothing else of the return changes.</summary>
    /// <param name="startedFrom">The revision of the return that the typist's page showed.</param>
    public async Task<Outcome<Return>> RunAsync(ReturnId id, int startedFrom, string code, TypedSection typed, Actor actor, CancellationToken ct)
    {
        if (await db.ReturnsVisibleTo(actor).SingleOrDefaultAsync(@return => @return.Id == id, ct) is not { } @return)
        {
            return new ReturnNotFound();
        }

        var form = await db.FormAsync(shelf, @return.FormPackId, ct);

        if (await db.OutlineAsync(shelf, @return, ct) is not { } outline)
        {
            return new OutlineNotAsked();
        }

        if (outline.SectionsFor(form.Level).FirstOrDefault(section => section.Code == code && section.Content is not OutlineContent.Tasks) is not { } section)
        {
            return new OutlineSectionNotFound(code);
        }

        if (!ReturnSteps.MayType(actor.Role, form.Way))
        {
            return new ReturnNotYoursToFill();
        }

        return await KeepAsync(new Typing(@return, section, startedFrom, Cleaned(section, typed), actor), ct);
    }

    private async Task<Outcome<Return>> KeepAsync(Typing typing, CancellationToken ct)
    {
        var @return = typing.Return;
        // Perhaps the same request again; whether it is, the words tell.
        var again = @return.IsEditable && typing.StartedFrom == @return.Revision - 1;

        if (!again && @return.Touch(typing.StartedFrom) is { } refusal)
        {
            return refusal;
        }

        if (TooLong(typing.Typed) is { } unfit)
        {
            return unfit;
        }

        if (again)
        {
            return await ChangeAsync(typing, ct) ? new ReturnChangedMeanwhile() : @return;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // The return first and alone: of two that save at once its revision decides, and not the key of a text that both would add.
        if (await db.SaveReturnAsync(ct) is { } conflict)
        {
            return conflict;
        }

        await ChangeAsync(typing, ct);
        db.Record(new ReportSectionSaved(@return.Id, @return.CurrentVersion, typing.Section.Code), @return.Owner, typing.Actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return @return;
    }

    private Task<bool> ChangeAsync(Typing typing, CancellationToken ct) =>
        typing.Section.IsListed ? KeepItemsAsync(typing, ct) : KeepTextAsync(typing, ct);

    /// <summary>What is kept of what was typed: a text, or the items that say something.</summary>
    private static TypedSection Cleaned(OutlineSection section, TypedSection typed) => section.IsListed
        ? new TypedSection(null,
        [
            .. from item in typed.Items
               let text = TypedText.Kept(item.Text)
               where text.Length > 0
               select item with { Text = text, Addressee = section.Content is OutlineContent.Proposals ? TypedText.Line(item.Addressee) : "" },
        ])
        : new TypedSection(TypedText.Kept(typed.Text), []);

    private static Refusal? TooLong(TypedSection typed) => typed switch
    {
        { Text.Length: > LongestText } => new SectionTooLong(LongestText),
        { Items.Count: > MostItems } => new DifficultiesTooMany(MostItems),
        _ when typed.Items.Any(item => item.Text!.Length > LongestItem) => new DifficultyTooLong(LongestItem),
        _ when typed.Items.Any(item => item.Addressee!.Length > LongestAddressee) => new DifficultyTooLong(LongestAddressee),
        _ => null,
    };

    /// <summary>Writes the text into the version that is being worked on; true when it says something else than before.</summary>
    private async Task<bool> KeepTextAsync(Typing typing, CancellationToken ct)
    {
        var (@return, text) = (typing.Return, typing.Typed.Text!);
        var rows = await db.ReturnTexts
            .Where(row => row.Owner == @return.Owner && row.ReturnId == @return.Id && row.Section == typing.Section.Code)
            .OrderByDescending(row => row.Version)
            .ToListAsync(ct);
        var last = rows.FirstOrDefault();

        if (last?.Text == text)
        {
            return false;
        }

        if (last?.Version == @return.CurrentVersion)
        {
            (last.Text, last.SavedAt, last.SavedBy) = (text, clock.Now.Instant, typing.Actor.PersonId);
        }
        else
        {
            db.Add(new ReturnText
            {
                Owner = @return.Owner,
                ReturnId = @return.Id,
                Section = typing.Section.Code,
                Version = @return.CurrentVersion,
                Text = text,
                SavedAt = clock.Now.Instant,
                SavedBy = typing.Actor.PersonId,
            });
        }

        return true;
    }

    /// <summary>Makes the list what was typed; true when that is something else than before.</summary>
    private async Task<bool> KeepItemsAsync(Typing typing, CancellationToken ct)
    {
        var (@return, items) = (typing.Return, typing.Typed.Items);
        var kind = typing.Section.Content is OutlineContent.Difficulties ? DifficultyKind.Difficulty : DifficultyKind.Proposal;
        var ids = items.Select(item => item.Id).ToList();
        var all = await db.Difficulties
            .Where(row => row.Owner == @return.Owner && (row.ReturnId == @return.Id || EF.Parameter(ids).Contains(row.Id)))
            .ToListAsync(ct);
        var said = all.Where(row => row.ReturnId == @return.Id && row.Kind == kind && row.IsIn(@return.CurrentVersion)).OrderBy(row => row.Number).ToList();

        if (said.Select(row => (row.Text, row.Addressee)).SequenceEqual(items.Select(item => (item.Text!, item.Addressee!))))
        {
            return false;
        }

        var left = said.ToDictionary(row => row.Id);
        var taken = all.Select(row => row.Id).ToHashSet();

        foreach (var (at, item) in items.Index())
        {
            if (left.Remove(item.Id, out var row) && Keeps(row, item, @return.CurrentVersion))
            {
                (row.Number, row.Text, row.Addressee) = (at + 1, item.Text!, item.Addressee!);
                continue;
            }

            Leave(row, @return.CurrentVersion);
            db.Add(New(@return, kind, at + 1, taken.Add(item.Id) ? item : item with { Id = new DifficultyId(Guid.CreateVersion7()) }));
        }

        left.Values.ToList().ForEach(row => Leave(row, @return.CurrentVersion));

        return true;
    }

    /// <summary>True when the row may say what was typed: what was never sent is typed over, what was sent says what it said.</summary>
    private static bool Keeps(Difficulty row, TypedItem item, int version) =>
        row.SinceVersion == version || (row.Text == item.Text && row.Addressee == item.Addressee);

    /// <summary>What was sent is said no longer from this version on; what never was sent goes.</summary>
    private void Leave(Difficulty? row, int version)
    {
        if (row is { } sent && sent.SinceVersion < version)
        {
            sent.EndedIn = version;
        }
        else if (row is not null)
        {
            db.Remove(row);
        }
    }

    private static Difficulty New(Return @return, DifficultyKind kind, int number, TypedItem item) => new()
    {
        Owner = @return.Owner,
        Id = item.Id,
        ReturnId = @return.Id,
        Kind = kind,
        Number = number,
        Text = item.Text!,
        Addressee = item.Addressee!,
        SinceVersion = @return.CurrentVersion,
    };

    /// <summary>A section that is being typed, with what is kept of it.</summary>
    private sealed record Typing(Return Return, OutlineSection Section, int StartedFrom, TypedSection Typed, Actor Actor);
}
