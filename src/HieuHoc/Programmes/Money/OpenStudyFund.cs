using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Programmes.Money;

/// <summary>Begins the book of a fund. The funds of enterprises are stated by the union of their workers.</summary>
public sealed class OpenStudyFund(HieuHocDb db, ProgrammeClock clock)
{
    /// <summary>Opens it; the same request again changes nothing.</summary>
    /// <param name="enterprise">The enterprise whose fund it is; empty for the office's own.</param>
    public async Task<Outcome<StudyFund>> RunAsync(StudyFundId id, string? name, string? enterprise, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.KeepMoney))
        {
            return new MoneyNotYours();
        }

        var (called, of, subject) = (TypedText.Line(name), TypedText.Line(enterprise), actor.OwnSubject);

        if (called.Length is 0 or > StudyFund.LongestName || of.Length > StudyFund.LongestName)
        {
            return new FundUnnamed(StudyFund.LongestName);
        }

        if (of.Length > 0 && !await db.Agencies.AnyAsync(agency => agency.Id == subject && agency.Kind == AgencyKind.MassOrganisation, ct))
        {
            return new EnterpriseFundsThroughUnion();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two of one office may open the same fund at once.
        await db.Engine.LockAsync(db, "funds", ct);

        if (await db.StudyFunds.SingleOrDefaultAsync(fund => fund.Owner == actor.Owner && fund.Id == id, ct) is { } before)
        {
            return (before.SubjectId, before.Name, before.Enterprise) == (subject, called, of) ? before : new FundDiffers();
        }

        if (await db.StudyFunds.AnyAsync(fund => fund.Owner == actor.Owner && fund.SubjectId == subject && fund.Name == called, ct))
        {
            return new FundNameTaken(called);
        }

        var opened = new StudyFund
        {
            Owner = actor.Owner, Id = id, SubjectId = subject, Name = called, Enterprise = of, OpenedBy = actor.PersonId?.Value, OpenedAt = clock.Now.Instant,
        };
        db.Add(opened);
        db.Record(new StudyFundOpened(id, subject), actor.Owner, actor.PersonId?.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return opened;
    }
}
