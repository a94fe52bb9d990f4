using HieuHoc.Access;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Components;

/// <summary>What became of an account, and what its person signed in with.</summary>
public static class AccountHistory
{
    extension(HieuHocDb db)
    {
        /// <summary>Roles, passwords and second factors of an account: by whom, when.</summary>
        public Task<IReadOnlyList<HistoryLine>> AccountHistoryAsync(Texts texts, short owner, PersonId person, CancellationToken ct) =>
            db.HistoryAsync(texts, owner, person.Value.ToString(), ToldChanges.OfAccount, ct);

        /// <summary>
        /// Sign-ins, devices and tokens of a person. Never with what browser: that is theirs alone, in the list of their own sessions.
        /// </summary>
        public async Task<IReadOnlyList<HistoryLine>> SignInHistoryAsync(Texts texts, short owner, PersonId person, CancellationToken ct)
        {
            var ways = await db.Sessions.AsNoTracking().Where(session => session.Owner == owner && session.PersonId == person)
                .OrderByDescending(session => session.LastSeenAt).ThenBy(session => session.Id).Take(HistoryQueries.Most)
                .ToDictionaryAsync(session => session.Id.Value.ToString(), session => session.Way, ct);
            var devices = await db.Devices.Where(device => device.Owner == owner && device.PersonId == person).Select(device => device.Id).ToListAsync(ct);
            var invitations = await db.Enrolments.Where(row => row.Owner == owner && row.PersonId == person).Select(row => row.Id).ToListAsync(ct);
            var tokens = await db.ApiTokens.Where(token => token.Owner == owner && token.PersonId == person)
                .ToDictionaryAsync(token => token.Id.Value.ToString(), token => token.Name, ct);
            IReadOnlyList<string> records =
                [.. ways.Keys, .. devices.Select(id => id.Value.ToString()), .. invitations.Select(id => id.Value.ToString()), .. tokens.Keys];

            return await db.SayAsync(texts, owner, await db.ChangesOfAsync(owner, records, ToldChanges.OfSignIns, ct), Words, ct);

            ChangeWords Words(ToldChange change) => change.Change is nameof(SessionBegun)
                ? new ChangeWords(texts[Texts.KeyOf(ways[change.Record])])
                : new ChangeWords(tokens.GetValueOrDefault(change.Record));
        }
    }
}
