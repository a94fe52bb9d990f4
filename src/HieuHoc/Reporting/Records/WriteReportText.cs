using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Reporting.Records;

/// <summary>What somebody wrote in a section.</summary>
/// <param name="StartedFrom">The revision of the section's text that the writer saw; 0 where nobody had written.</param>
/// <param name="Text">Blank takes the sentences of the figures back.</param>
/// <param name="Seen">The mark of the drafted sentences that the writer had before them.</param>
public sealed record WrittenSection(string Section, int StartedFrom, string? Text, string Seen);

/// <summary>Keeps what was written in a section of a report; nobody's text is overwritten unseen.</summary>
public sealed class WriteReportText(HieuHocDb db, ReadAnnualFacts readAnnualFacts, ProgrammeClock clock)
{
    public async Task<Outcome<ReportText>> RunAsync(ReportId id, WrittenSection written, Actor actor, CancellationToken ct)
    {
        if (await db.ReportsWrittenBy(actor).SingleOrDefaultAsync(report => report.Id == id, ct) is not { } report)
        {
            return new ReportNotFound();
        }

        var text = Clean(written.Text);

        if (text is { Length: > ReportText.Longest })
        {
            return new ReportTextTooLong(ReportText.Longest);
        }

        if (!await HasSectionAsync(report, written.Section, actor, ct))
        {
            return new ReportSectionNotFound();
        }

        var kept = await db.ReportTexts.SingleOrDefaultAsync(
            row => row.Owner == report.Owner && row.ReportId == id && row.Section == written.Section, ct);

        // The same request again changes nothing.
        if (kept is not null && kept.Revision == written.StartedFrom + 1 && kept.Text == text)
        {
            return kept;
        }

        if (report.Touch() is { } refusal)
        {
            return refusal;
        }

        if ((kept?.Revision ?? 0) != written.StartedFrom)
        {
            return new ReportChangedMeanwhile();
        }

        return await SaveAsync(kept ?? Added(report, written), written with { Text = text }, actor, ct);
    }

    private async Task<Outcome<ReportText>> SaveAsync(ReportText kept, WrittenSection written, Actor actor, CancellationToken ct)
    {
        kept.Write(written.Text, written.Seen, actor.PersonId?.Value, clock.Now);
        db.Record(new ReportTextWritten(kept.ReportId, kept.Section), kept.Owner, actor.PersonId?.Value, clock.Now);

        return await db.SaveReportAsync(ct) is { } conflict ? conflict : kept;
    }

    private ReportText Added(Report report, WrittenSection written)
    {
        var text = new ReportText { Owner = report.Owner, ReportId = report.Id, Section = written.Section, Seen = written.Seen };
        db.Add(text);

        return text;
    }

    private async Task<bool> HasSectionAsync(Report report, string section, Actor actor, CancellationToken ct)
    {
        var found = await readAnnualFacts.FindAsync(await db.AskedByAsync(report, null, ct), actor, ct);

        return found.Refusal is null && found.Value.Variant.SectionsIn(found.Value.Programme).Any(known => known.Code == section);
    }

    /// <summary>Without the signs that nobody sees, line breaks apart; null where nothing is left.</summary>
    private static string? Clean(string? text)
    {
        var clean = string.Concat((text ?? "").Where(sign => !char.IsControl(sign) || sign is '\n')).Trim();

        return clean.Length == 0 ? null : clean;
    }
}
