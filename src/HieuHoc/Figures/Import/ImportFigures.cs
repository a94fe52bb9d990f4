using System.Security.Cryptography;
using System.Text;
using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Figures.Import;

/// <summary>A table of figures to be taken over. Whoever imports it chooses its id.</summary>
/// <param name="Source">Where the numbers come from, as people will read it beside them.</param>
/// <param name="Text">The file.</param>
/// <param name="Reason">Why it replaces figures that were imported before; empty when it must not.</param>
/// <param name="Name">What the file is called where a mistake points into it.</param>
public sealed record NewImport(Guid Id, string Source, string Text, string Reason = "", string Name = "figures");

/// <summary>Where figures come from that are taken over.</summary>
/// <param name="Content">By which two requests under one id are told apart.</param>
internal sealed record ImportOrigin(Guid Id, string Source, string Reason, string Content, string Name)
{
    public string Digest { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Source.Trim()}\n{Reason.Trim()}\n{Content}")));
}

/// <summary>What an import did, or would do.</summary>
/// <param name="Stated">How many do not count, since another part of the product, or another level, counts them.</param>
/// <param name="Replaced">How many figures of earlier imports they replaced.</param>
public sealed record ImportedFigures(int Counted, int Stated, int Replaced);

/// <summary>
/// Takes over figures that were counted elsewhere: populations, and the history. All of a file or nothing; what is wrong is
/// listed with its line.
/// </summary>
public sealed class ImportFigures(HieuHocDb db, PackShelf shelf, ProgrammeClock clock)
{
    /// <summary>The most characters of a source's name and of a reason.</summary>
    public const int LongestText = 500;

    /// <summary>Imports a file. Sending the same again changes nothing.</summary>
    /// <param name="dryRun">True when it is only to be checked.</param>
    public async Task<Outcome<ImportedFigures>> RunAsync(NewImport asked, bool dryRun, Actor actor, CancellationToken ct)
    {
        var origin = new ImportOrigin(asked.Id, asked.Source, asked.Reason, asked.Text.ReplaceLineEndings("\n"), asked.Name);

        if (await KnownAsync(origin, actor, ct) is { } answer)
        {
            return answer;
        }

        var mistakes = new List<FileMistake>();
        var rows = FiguresFile.Read(asked, mistakes);
        var resolved = await new ResolveRows(db, shelf, asked.Name).RunAsync(rows, actor, mistakes, ct);

        if (mistakes.Count > 0)
        {
            return new ImportFaulty(mistakes);
        }

        var ordered = resolved.OrderBy(row => (row.ElementId, row.Period.Text, row.SubjectId, row.BreakdownId, row.Standing));

        return await PublishAsync(origin, ordered.Chunk(PublishImport.Batch).ToAsyncEnumerable(), dryRun, actor, ct);
    }

    /// <summary>Takes over figures that were read and resolved elsewhere, as they come: all of them or none. The same again changes nothing.</summary>
    internal async Task<Outcome<ImportedFigures>> TakeAsync(
        ImportOrigin origin, IAsyncEnumerable<IReadOnlyList<ResolvedRow>> batches, Actor actor, CancellationToken ct) =>
        await KnownAsync(origin, actor, ct) ?? await PublishAsync(origin, batches, dryRun: false, actor, ct);

    /// <summary>The answer to whoever may not, names no source, or sends what was imported before; null where it is to be done.</summary>
    private async Task<Outcome<ImportedFigures>?> KnownAsync(ImportOrigin origin, Actor actor, CancellationToken ct)
    {
        if (actor.Role is not Role.StandingAgency)
        {
            return (Outcome<ImportedFigures>)new ImportNotYours();
        }

        if (origin.Source.Trim().Length is 0 or > LongestText || origin.Reason.Length > LongestText)
        {
            return (Outcome<ImportedFigures>)new ImportSourceIllFormed(LongestText);
        }

        if (await db.FigureSources.AsNoTracking().SingleOrDefaultAsync(source => source.Owner == actor.Owner && source.Id == origin.Id, ct) is not { } known)
        {
            return null;
        }

        return known.Digest == origin.Digest ? await CountAsync(known, ct) : (Outcome<ImportedFigures>)new ImportDiffers(known.Title);
    }

    private Task<Outcome<ImportedFigures>> PublishAsync(
        ImportOrigin origin, IAsyncEnumerable<IReadOnlyList<ResolvedRow>> batches, bool dryRun, Actor actor, CancellationToken ct)
    {
        var source = new FigureSource
        {
            Owner = actor.Owner,
            Id = origin.Id,
            Version = 1,
            Producer = Producer.Import,
            ConfirmedAt = clock.Now.Instant,
            Title = origin.Source.Trim(),
            Reason = origin.Reason.Trim(),
            Digest = origin.Digest,
        };

        return new PublishImport(db, clock, origin.Name).RunAsync(source, batches, dryRun, actor, ct);
    }

    /// <summary>What was imported under this id before, less what later imports have replaced since.</summary>
    private async Task<ImportedFigures> CountAsync(FigureSource source, CancellationToken ct)
    {
        var figures = db.Figures.Where(figure => figure.Owner == source.Owner && figure.SourceId == source.Id);

        return new ImportedFigures(
            await figures.CountAsync(figure => !figure.Stated, ct), await figures.CountAsync(figure => figure.Stated, ct), 0);
    }
}

/// <summary>A table of figures was taken over from a source, in place of how many earlier ones.</summary>
public sealed record FiguresImported(Guid Source, int Counted, int Stated, int Replaced) : Change(Source.ToString());

/// <summary>Importing belongs to the standing agency.</summary>
public sealed record ImportNotYours() : Refusal(RefusalKind.Forbidden);

/// <summary>An import names its source in a line; a reason has its length too.</summary>
public sealed record ImportSourceIllFormed(int Most) : Refusal(RefusalKind.Invalid);

/// <summary>Something else was imported under this id; it stays as it is.</summary>
public sealed record ImportDiffers(string Source) : Refusal(RefusalKind.Conflict);

/// <summary>There was no figure to take over.</summary>
public sealed record ImportEmpty() : Refusal(RefusalKind.Invalid);

/// <summary>Some lines cannot be taken over; nothing was.</summary>
public sealed record ImportFaulty(IReadOnlyList<FileMistake> Mistakes) : FileFaulty(Mistakes);
