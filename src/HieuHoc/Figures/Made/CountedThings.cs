using HieuHoc.Platform;

namespace HieuHoc.Figures.Made;

/// <summary>Something that an indicator counts.</summary>
/// <param name="IsNew">True where nobody has counted it so far.</param>
public sealed record CountedThing(ElementDefinition Element, bool IsNew);

/// <summary>What places count, as a person names it: by its title, or by its code where several are called alike.</summary>
public sealed class CountedThings
{
    private readonly IReadOnlyList<ElementDefinition> known;
    private readonly ILookup<string, ElementDefinition> byName;

    /// <param name="elements">Everything that is counted.</param>
    public CountedThings(IEnumerable<ElementDefinition> elements)
    {
        known = [.. elements.Where(element => element.SumLevel is not null).OrderBy(element => element.Title.Here, Vietnamese.Order).ThenBy(element => element.Code, StringComparer.Ordinal)];
        byName = known.SelectMany(element => new[] { element.Code, Vietnamese.Fold(element.Title.Vi), Vietnamese.Fold(element.Title.En) }.Distinct().Select(name => (name, element)))
            .ToLookup(one => one.name, one => one.element);
    }

    /// <summary>The names from which a person chooses: titles, and codes where a title tells nothing apart.</summary>
    public IReadOnlyList<string> Names => [.. known.Select(element => Named(element.Title.Here).Count == 1 ? element.Title.Here : element.Code)];

    /// <summary>What the indicator counts, and of a percentage or a ratio also out of what.</summary>
    /// <param name="code">How something is coded that nobody has counted so far.</param>
    internal Outcome<IReadOnlyList<CountedThing>> For(StatedIndicator stated, Func<string, string> code)
    {
        string[] names = stated.Kind is IndicatorKind.Percent or IndicatorKind.Ratio ? [stated.Counted, stated.Of] : [stated.Counted];

        if (names.Append(stated.Title).Any(name => string.IsNullOrWhiteSpace(name) || name.Length > StatedIndicator.LongestTitle)
            || stated.Unit.Length > StatedIndicator.LongestTitle || stated.English.Length > StatedIndicator.LongestTitle || stated.Highest is < 1 or > 9)
        {
            return new IndicatorIncomplete();
        }

        var things = new List<CountedThing>();

        foreach (var name in names)
        {
            switch (Named(name))
            {
                case []: things.Add(new CountedThing(New(stated, name, code(name)), IsNew: true)); break;
                case [var one]: things.Add(new CountedThing(one, IsNew: false)); break;
                case var several: return new CountedAmbiguous(string.Join(", ", several.Select(element => element.Code)));
            }
        }

        return things.Any(thing => thing.Element.Type != TypeOf(stated.Kind)) ? new CountedOtherwise()
            : things.Select(thing => thing.Element.SumLevel).Distinct().Count() > 1 ? new CountedApart()
            // A percentage of a thing out of itself, and two new things that a code cannot tell apart.
            : things.Select(thing => thing.Element.Code).Distinct().Count() < things.Count ? new IndicatorIncomplete()
            : things.Any(thing => thing is { IsNew: true, Element.Unit.Vi: "" }) ? new IndicatorIncomplete()
            : things;
    }

    /// <summary>Everything that the name can mean; nothing where it is a new one.</summary>
    private IReadOnlyList<ElementDefinition> Named(string name) => [.. byName[name.Trim()].Concat(byName[Vietnamese.Fold(name.Trim())]).DistinctBy(element => element.Code)];

    private static ElementDefinition New(StatedIndicator stated, string name, string code)
    {
        var (title, unit, isNumber) = (name.Trim().Normalize(), stated.Unit.Trim().Normalize(), TypeOf(stated.Kind) is ElementType.Number);

        return new ElementDefinition
        {
            Code = code,
            Title = new LocalText(title, title),
            Unit = new LocalText(unit, unit),
            Type = TypeOf(stated.Kind),
            Highest = stated.Kind is IndicatorKind.Level ? stated.Highest : null,
            OverSubjects = isNumber ? OverSubjects.Sum : OverSubjects.None,
            OverTime = OverTime.Last,
            LeafLevel = isNumber && stated.ByCommunes ? SubjectLevel.Commune : SubjectLevel.Province,
            // No form asks for it: it comes by the list of figures.
            Producer = Producer.Import,
        };
    }

    private static ElementType TypeOf(IndicatorKind kind) => kind switch
    {
        IndicatorKind.Percent or IndicatorKind.Ratio or IndicatorKind.Count => ElementType.Number,
        IndicatorKind.Level => ElementType.Level,
        IndicatorKind.YesNo => ElementType.YesNo,
    };
}
