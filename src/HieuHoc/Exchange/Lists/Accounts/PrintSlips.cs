using HieuHoc.Access;
using HieuHoc.Papers;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;

namespace HieuHoc.Exchange.Lists.Accounts;

/// <summary>Prints the slips on which first passwords are handed out, for accounts that an uploaded list names and that are here as it says.</summary>
public sealed class PrintSlips(ReadList readList, HandOutPasswords handOut)
{
    /// <summary>How many of them wait for one.</summary>
    public async Task<Outcome<AwaitedPasswords>> CountAsync(AttachmentId file, Actor actor, CancellationToken ct)
    {
        var named = await NamedAsync(file, actor, ct);

        return named.Refusal is { } refusal ? refusal : await handOut.CountAsync(named.Value, actor, ct);
    }

    /// <summary>Makes their passwords, each shown this once.</summary>
    /// <param name="until">Null for accounts without a password; else those whose slip was printed by then and not used get another.</param>
    public async Task<Outcome<IReadOnlyList<FirstPassword>>> RunAsync(AttachmentId file, DateTime? until, Actor actor, CancellationToken ct)
    {
        var named = await NamedAsync(file, actor, ct);

        return named.Refusal is { } refusal ? refusal : await handOut.RunAsync(named.Value, until, actor, ct);
    }

    private async Task<Outcome<List<string>>> NamedAsync(AttachmentId file, Actor actor, CancellationToken ct)
    {
        var opened = await readList.OpenAsync(AccountList.Kind, file, actor, ct);

        if (opened.Refusal is { } refusal)
        {
            return refusal;
        }

        try
        {
            return await ReadList.LinesAsync(opened.Value.List, ct).OfType<AccountLine>()
                .Where(line => line.State is ListLineState.Same).Select(line => line.UserName).ToListAsync(ct);
        }
        catch (NotAWorkbookException cause)
        {
            return new Workbooks.WorkbookUnreadable(cause.Fault);
        }
    }
}
