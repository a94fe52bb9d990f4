using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists.Accounts;

/// <summary>Holds a list of accounts against those that are here, by the rules under which single ones are made.</summary>
internal sealed class AccountWork(ListKit kit, AccountsHere here, Actor actor, IReadOnlyList<ListColumn> columns) : ListWork(columns)
{
    // A list comes in batches: who is named twice may stand in two of them.
    private readonly HashSet<string> named = [];

    private readonly Func<string, Role?> roles = AccountList.Roles.Reader(kit.Texts);

    public override async Task<IReadOnlyList<ListLine>> CheckAsync(IReadOnlyList<ListRow> rows, CancellationToken ct)
    {
        var found = await here.OfAsync(rows, ct);

        return [.. rows.Select(row => Line(row, found))];
    }

    public override async Task<Outcome<AcceptedList>> AcceptAsync(
        ListAcceptance asked, string content, IAsyncEnumerable<ListLine> lines, Actor actor, CancellationToken ct)
    {
        await using var transaction = await kit.Db.Database.BeginTransactionAsync(ct);
        var count = 0;

        await foreach (var line in lines.Cast<AccountLine>().WithCancellation(ct))
        {
            var (role, place) = (line.Asked!.Role, line.Asked.PlaceId);
            var person = new NewPerson(line.UserName, line.Post, role, place, Password: null)
            {
                AgencyId = line.Asked.AgencyId,
                Programme = line.Asked.Programme,
                MailAddress = line.Mail,
                PasswordFollows = true,
            };

            if ((await kit.CreatePerson.RunAsync(person, actor, ct)).Refusal is { } refusal)
            {
                return refusal;
            }

            count++;
        }

        await transaction.CommitAsync(ct);

        return new AcceptedList(count, 0);
    }

    private AccountLine Line(ListRow row, NamedHere found)
    {
        var (user, post, mail) = (UserNames.Normal(row.Text(AccountList.User)), row.Text(AccountList.Post), row.Text(AccountList.Mail));
        var (asked, where) = Asked(row, found);
        var there = found.Held[user].ToList();
        var same = asked is not null && there.Contains(new HeldHere(user, actor.Owner, asked.Role, asked.PlaceId, asked.AgencyId, asked.Programme));

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

        if (mail.Length > 0 && !MailAddress.IsWellFormed(mail))
        {
            row.Wrong(AccountList.Mail, "list.accounts.mistake.mail", mail);
        }

        return new AccountLine(row, row.StateOf(isNew: !same), user, post, asked, where, mail);
    }

    /// <summary>The role that a line asks for, and where; null where it cannot be given, which is told.</summary>
    private (RoleAsked? Role, string Where) Asked(ListRow row, NamedHere found)
    {
        var word = row.Text(AccountList.RoleWord);

        if ((word.Length == 0 ? Role.VillageOfficer : roles(word)) is not { } role)
        {
            row.Wrong(AccountList.RoleWord, "list.accounts.mistake.role", word);

            return (null, "");
        }

        if (!actor.Rule.Keeps.Contains(role))
        {
            row.Wrong(AccountList.RoleWord, "list.accounts.mistake.notYours", word);

            return (null, "");
        }

        var place = role is Role.VillageOfficer ? Village(row, found) : Place(row, found);

        if (place is null || !TryAgency(row, place, found, out var agency))
        {
            return (null, "");
        }

        var commune = role is Role.VillageOfficer ? found.Places.GetValueOrDefault(row.Text(AccountList.Place)) : null;

        return (Fitting(row, role, place, agency), string.Join(", ", new[] { agency?.Name, place.Name, commune?.Name }.OfType<string>()));
    }

    private RoleAsked? Fitting(ListRow row, Role role, PlaceNamed place, AgencyNamed? agency)
    {
        var programme = row.Text(AccountList.Programme) is { Length: > 0 } code ? code : null;
        var asked = new RoleAsked(role, place.Id) { AgencyId = agency?.Id, Programme = programme };
        var facts = new RoleFacts(place.Level, agency is null ? null : new AgencyAsked(place.Id, agency.Kind), programme is null || here.Programmes.Contains(programme));
        var (words, known) = (kit.Texts[$"role.{role}"], string.Join(", ", here.Programmes));

        switch (asked.RefusalOf(facts, actor))
        {
            case null:
                return asked;
            case RoleDoesNotFitPlace:
                row.Wrong(AccountList.Place, "list.accounts.mistake.level", words);
                break;
            case AgencyMissing:
                row.Wrong(AccountList.Agency, "list.accounts.mistake.agencyMissing", words);
                break;
            case RoleDoesNotFitAgency:
                row.Wrong(AccountList.Agency, "list.accounts.mistake.agencyKind", words);
                break;
            case ProgrammeMissing:
                row.Wrong(AccountList.Programme, "list.accounts.mistake.programmeMissing", known);
                break;
            case ProgrammeUnknown:
                row.Wrong(AccountList.Programme, "list.accounts.mistake.programme", known);
                break;
            case var other:
                throw new InvalidOperationException($"Role, place and agency were found before, and yet {other}.");
        }

        return null;
    }

    private static PlaceNamed? Place(ListRow row, NamedHere found)
    {
        if (row.Text(AccountList.Village) is { Length: > 0 } village)
        {
            row.Wrong(AccountList.Village, "list.accounts.mistake.notVillage", village);

            return null;
        }

        var code = row.Text(AccountList.Place);

        if (found.Places.TryGetValue(code, out var place))
        {
            return place;
        }

        row.Wrong(AccountList.Place, "list.accounts.mistake.place", code);

        return null;
    }

    private static PlaceNamed? Village(ListRow row, NamedHere found)
    {
        var name = row.Text(AccountList.Village);
        var villages = found.Villages[(row.Text(AccountList.Place), SearchKey.Of(name))].ToList();

        if (villages is [var village])
        {
            return village;
        }

        row.Wrong(AccountList.Village, villages.Count == 0 ? "list.accounts.mistake.village" : "list.accounts.mistake.several", name);

        return null;
    }

    private static bool TryAgency(ListRow row, PlaceNamed place, NamedHere found, out AgencyNamed? agency)
    {
        var name = row.Text(AccountList.Agency);
        var agencies = found.Agencies[(place.Id, SearchKey.Of(name))].ToList();
        agency = agencies is [var only] ? only : null;

        if (name.Length > 0 && agency is null)
        {
            row.Wrong(AccountList.Agency, agencies.Count == 0 ? "list.accounts.mistake.agency" : "list.accounts.mistake.agencies", name);

            return false;
        }

        return true;
    }
}
