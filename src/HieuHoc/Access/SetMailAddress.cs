using HieuHoc.Platform;
using HieuHoc.Platform.Keys;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Access;

/// <summary>Lets a person say where, and in which language, they get mails; or that they want none.</summary>
public sealed class SetMailAddress(HieuHocDb db, KeyRing keys, ProgrammeClock clock)
{
    /// <param name="address">Empty to get no mails.</param>
    /// <param name="language">One that the product does not speak is Vietnamese.</param>
    public async Task<Refusal?> RunAsync(string? address, string? language, Actor actor, CancellationToken ct)
    {
        var (wanted, spoken) = (address?.Trim() ?? "", Texts.Languages.FirstOrDefault(known => known == language) ?? Texts.Languages[0]);

        if (wanted.Length > 0 && !MailAddress.IsWellFormed(wanted))
        {
            return new MailAddressIllFormed();
        }

        (string Address, string Language)? asked = wanted.Length == 0 ? null : (wanted, spoken);
        var (owner, me) = (actor.Owner, actor.PersonId!.Value);

        if (await db.MailAddressOfAsync(keys, owner, me, ct) == asked)
        {
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.MailAddresses.Where(row => row.Owner == owner && row.PersonId == me).ExecuteDeleteAsync(ct);

        if (wanted.Length > 0)
        {
            db.AddMailAddress(keys, owner, me, wanted, spoken);
        }

        db.Record(new MailAddressChanged(me.Value.ToString()), owner, me.Value, clock.Now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);

        return null;
    }
}
