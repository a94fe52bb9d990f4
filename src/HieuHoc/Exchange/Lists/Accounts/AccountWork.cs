using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Exchange.Lists.Accounts;

/// <summary>Holds a list of village heads against the accounts that are here.</summary>
internal sealed class AccountWork(HieuHocDb db, ProgrammeClock clock, CreatePerson createPerson, Actor actor, IReadOnlyList<ListColumn> columns) : ListWork
{
    // A list comes in batches: who is named twice may stand in two of them.
    private readonly HashSet<string> named = [];

    public override IReadOnlyList<ListColumn> Columns => columns;

    public override bool IsHeading(IReadOnlySet<string> keys) => columns.All(column => keys.Contains(column.Key));

    public override async Task<IReadOnlyList<ListLine>> CheckAsync(IReadOnlyList<ListRow> rows, CancellationToken ct)
    {
        var villages = (await VillagesAsync(rows, ct)).ToLookup(village => (village.Commune, village.Folded));
        var users = rows.Select(row => UserNames.Normal(row.Text(AccountList.User))).ToList();
        var people = db.People;
        var held = (await (
            from person in people.Where(person => EF.Parameter(users).Contains(person.UserName))
            join grant in db.RoleGrantsOn(clock.Now.Day) on new { person.Owner, PersonId = person.Id } equals new { grant.Owner, grant.PersonId } into grants
            from grant in grants.DefaultIfEmpty()
            select new { person.UserName, person.Owner, Place = grant == null ? (int?)null : grant.PlaceId }).ToListAsync(ct)).ToLookup(person => person.UserName);

        return [.. rows.Select(row => Line(row, villages, user => held[user].Select(person => (person.Owner, person.Place))))];
    }

    public override async Task<Outcome<AcceptedList>> AcceptAsync(
        ListAcceptance asked, string content, IAsyncEnumerable<ListLine> lines, Actor actor, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var count = 0;

        await foreach (var line in lines.Cast<AccountLine>().WithCancellation(ct))
        {
            var made = await createPerson.RunAsync(new NewPerson(line.UserName, line.Post, Role.VillageOfficer, line.Place!.Value, Password: null), actor, ct);

            if (made.Refusal is { } refusal)
            {
                return refusal;
            }

            count++;
        }

        await transaction.CommitAsync(ct);

        return new AcceptedList(count, 0);
    }

    private AccountLine Line(ListRow row, ILookup<(string Commune, string Folded), VillageNamed> villages, Func<string, IEnumerable<(short Owner, int? Place)>> held)
    {
        var (user, post) = (UserNames.Normal(row.Text(AccountList.User)), row.Text(AccountList.Post));
        var found = villages[(row.Text(AccountList.Commune), SearchKey.Of(row.Text(AccountList.Village)))].DistinctBy(village => village.Place).ToList();
        var there = held(user).ToList();
        var same = there.Contains((actor.Owner, found is [var only] ? only.Place : null));

        if (found.Count != 1)
        {
            row.Wrong(AccountList.Village, found.Count == 0 ? "list.accounts.mistake.village" : "list.accounts.mistake.several", row.Text(AccountList.Village));
        }

        if (!UserNames.IsWellFormed(user))
        {
            row.Wrong(AccountList.User, "list.accounts.mistake.user", row.Text(AccountList.User));
        }
        else if (!named.Add(user) || (there.Count > 0 && !same))
        {
            row.Wrong(AccountList.User, "list.accounts.mistake.taken", user);
        }

        if (post.Length == 0)
        {
            row.Wrong(AccountList.Post, "list.accounts.mistake.post", user);
        }

        var state = row.Mistakes.Count > 0 ? ListLineState.Wrong : same ? ListLineState.Same : ListLineState.New;

        return new AccountLine(row, state, user, post, found is [var village] ? village.Place : null, row.Text(AccountList.Village));
    }

    /// <summary>The villages of the communes that the lines name and the actor reaches, with and without their kind.</summary>
    private async Task<IReadOnlyList<VillageNamed>> VillagesAsync(IReadOnlyList<ListRow> rows, CancellationToken ct)
    {
        var (day, codes) = (clock.Now.Day, rows.Select(row => row.Text(AccountList.Commune)).Distinct().ToList());
        var (reaches, place) = (db.PlaceReaches, actor.PlaceId);
        var found = await (
            from code in db.PlaceCodes.HoldingOn(day)
            where EF.Parameter(codes).Contains(code.Code)
            join parent in db.PlaceParents.HoldingOn(day) on code.PlaceId equals parent.ParentId
            where reaches.Any(reach => reach.PlaceId == parent.PlaceId && reach.AncestorId == place)
            join name in db.PlaceNames.HoldingOn(day) on parent.PlaceId equals name.PlaceId
            select new { code.Code, parent.PlaceId, name.Name, name.FullName }).ToListAsync(ct);

        return
        [
            .. from village in found
               from name in new[] { village.Name, village.FullName }
               select new VillageNamed(village.Code, SearchKey.Of(name), village.PlaceId),
        ];
    }

    private sealed record VillageNamed(string Commune, string Folded, int Place);
}
