namespace HieuHoc.Places;

/// <summary>A place as the lists of a pack make it: one unit, or several that carry each other on.</summary>
internal sealed class PlaceIdentity(PlaceLevel level, DateOnly validFrom)
{
    private readonly List<UnitStretch> stretches = [];

    public PlaceLevel Level => level;

    public DateOnly ValidFrom => validFrom;

    /// <summary>Its last day; null while it exists.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>Its code in the last list that has it.</summary>
    public string LastCode => stretches[^1].Unit.Code;

    public IReadOnlyList<UnitStretch> Stretches => stretches;

    public IEnumerable<Dated<string>> Codes => Joined(stretches.Select(stretch =>
        new Dated<string>(stretch.From, stretch.To, stretch.Unit.Code, stretch.LegalBasis)));

    public IEnumerable<Dated<PlaceIdentity>> Parents => Joined(stretches
        .Where(stretch => stretch.Parent is not null)
        .Select(stretch => new Dated<PlaceIdentity>(stretch.From, stretch.To, stretch.Parent!, stretch.LegalBasis)));

    public IEnumerable<Dated<UnitName>> Names => Joined(stretches.SelectMany(stretch => stretch.Names));

    public void Add(UnitStretch stretch) => stretches.Add(stretch);

    public void EndOn(DateOnly day) => ValidTo = day;

    /// <summary>What stays the same from one list to the next is one fact.</summary>
    private static IEnumerable<Dated<T>> Joined<T>(IEnumerable<Dated<T>> facts)
        where T : notnull
    {
        Dated<T>? last = null;

        foreach (var fact in facts)
        {
            if (last is not null && last.Value.Equals(fact.Value) && last.To?.AddDays(1) == fact.From)
            {
                last = last with { To = fact.To };
                continue;
            }

            if (last is not null)
            {
                yield return last;
            }

            last = fact;
        }

        if (last is not null)
        {
            yield return last;
        }
    }
}

/// <summary>A unit as one list has it, from the list's first day to its last.</summary>
/// <param name="Changes">What it was called from later days on, in their order.</param>
/// <param name="LegalBasis">What brought it from the list before; null where nothing did.</param>
internal sealed record UnitStretch(
    DateOnly From,
    DateOnly? To,
    PlaceUnit Unit,
    PlaceIdentity? Parent,
    string? LegalBasis,
    IReadOnlyList<PlaceChange> Changes,
    IReadOnlyList<AliasLine> Aliases,
    PlaceOutline? Outline)
{
    /// <summary>One name from the beginning, and one more from each day on which the unit got another kind.</summary>
    public IEnumerable<Dated<UnitName>> Names
    {
        get
        {
            var (from, name, basis) = (From, new UnitName(Unit.Name, Unit.FullName, Unit.Kind), LegalBasis);

            foreach (var change in Changes)
            {
                var day = change.EffectiveOn!.Value; // checked before anything is applied
                yield return new Dated<UnitName>(from, day.AddDays(-1), name, basis);
                (from, name, basis) = (day, name with { FullName = change.NewFullName, Kind = change.NewKind }, change.LegalBasis);
            }

            yield return new Dated<UnitName>(from, To, name, basis);
        }
    }
}

/// <summary>Something that holds of a place from one day to another, both included.</summary>
internal sealed record Dated<T>(DateOnly From, DateOnly? To, T Value, string? LegalBasis);

/// <summary>What a unit is called.</summary>
internal sealed record UnitName(string Name, string FullName, string Kind);

/// <summary>A place that ended and one that took it over, by a line of the table of successions.</summary>
internal sealed record IdentitySuccession(
    PlaceIdentity From, PlaceIdentity To, SuccessionLine Line, int Parts, PartsRule PartsRule);
