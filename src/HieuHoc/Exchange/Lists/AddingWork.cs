using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists;

/// <summary>A list whose lines one use case takes in, all of them or none; what is here already it leaves as it is.</summary>
internal abstract class AddingWork<TLine>(IReadOnlyList<ListColumn> columns) : ListWork(columns)
{
    public override async Task<Outcome<AcceptedList>> AcceptAsync(
        ListAcceptance asked, string content, IAsyncEnumerable<ListLine> lines, Actor actor, CancellationToken ct)
    {
        var taken = await TakeAsync(await lines.Select(line => ((AddingLine<TLine>)line).Line).ToListAsync(ct), actor, ct);

        return taken.Refusal is { } refusal ? refusal : new AcceptedList(taken.Value, 0);
    }

    /// <summary>Hands the lines to their use case, which says how much it added.</summary>
    protected abstract Task<Outcome<int>> TakeAsync(IReadOnlyList<TLine> lines, Actor actor, CancellationToken ct);

    /// <summary>Holds lines all at once by their use case, which is not asked of those that are wrong already.</summary>
    /// <param name="column">In which the use case points out a line.</param>
    /// <param name="newOf">Where those lines stand that are new; to the mistakes is added what is wrong.</param>
    protected static async Task<IReadOnlyList<ListLine>> HeldAsync(
        IReadOnlyList<AddingLine<TLine>> lines, string column, Func<IReadOnlyList<TLine>, List<FileMistake>, Task<IReadOnlySet<string>>> newOf)
    {
        var mistakes = new List<FileMistake>();
        var added = await newOf([.. lines.Where(line => line.Mistakes.Count == 0).Select(line => line.Line)], mistakes);
        var wrong = mistakes.ToLookup(mistake => mistake.Where);

        return [.. lines.Select(Held)];

        AddingLine<TLine> Held(AddingLine<TLine> line)
        {
            var where = line.From.WhereIs(column);
            line.From.Mistakes.AddRange(wrong[where]);

            return line with { State = line.From.StateOf(added.Contains(where)) };
        }
    }
}
