using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Rules;

namespace HieuHoc.Returns;

/// <summary>
/// Carries the sums of the communes of then over to those of a later day: each element apart, and a commune of that day has
/// its figure when all that were expected to bring something have theirs (ADR 0028).
/// </summary>
internal sealed class RestatedSums
{
    private readonly Successions successions;
    private readonly IReadOnlyList<int> places;
    private readonly IReadOnlyDictionary<int, IReadOnlySet<int>> givers;
    private readonly DateOnly then;
    private readonly DateOnly day;

    /// <param name="places">The communes of the later day.</param>
    public RestatedSums(Successions successions, IReadOnlyList<int> places, DateOnly then, DateOnly day)
    {
        (this.successions, this.places, this.then, this.day) = (successions, places, then, day);
        givers = places.ToDictionary(place => place, place => successions.GiversOn(place, then));
    }

    /// <summary>The places of then that passed something on to these.</summary>
    public IReadOnlySet<int> Givers => givers.Values.SelectMany(giver => giver).ToHashSet();

    /// <summary>The sums of the communes of the later day to which an expected one brought something.</summary>
    /// <param name="expected">The communes of then that are expected to have figures, with what they have.</param>
    public IReadOnlyList<CommuneSums> Of(
        IReadOnlyList<CommuneSums> expected, Ratio ratio, IReadOnlySet<string> names, IReadOnlyDictionary<string, ElementDefinition> elements)
    {
        var byId = expected.ToDictionary(commune => commune.Id);
        var final = names.ToDictionary(name => name, name => Forward(name, expected, commune => commune.Final, elements));
        // Of what is there so far, a commune that has only one of the two numbers is left out of both.
        var both = expected.Where(commune => ratio.Reads(commune.SoFar)).ToList();
        var soFar = names.ToDictionary(name => name, name => Forward(name, both, commune => commune.SoFar, elements));

        return
        [
            .. from place in places
               let contributed = givers[place].Where(byId.ContainsKey).Select(id => byId[id]).ToList()
               where contributed.Count > 0
               select new CommuneSums(
                   place,
                   new Facts(names.ToDictionary(
                       name => name, name => contributed.TrueForAll(giver => giver.Final[name] is not null) ? Value(final[name], place, elements, name) : null)),
                   new Facts(names.ToDictionary(name => name, name => Value(soFar[name], place, elements, name))))
               {
                   IsEstimate = names.Any(name => soFar[name].GetValueOrDefault(place) is { Estimate: true }),
                   From = [.. contributed.Select(giver => Contribution(giver, place, ratio))],
               },
        ];
    }

    /// <summary>True when not all of a split place that brought figures lies in these: only then does the rule of parts bear on their sum.</summary>
    public bool Estimates(IReadOnlyList<CommuneSums> communes)
    {
        var here = communes.Select(commune => commune.Id).ToHashSet();

        return communes.SelectMany(commune => commune.From)
            .Any(giver => giver.IsComplete && !successions.HeirsOn(giver.PlaceId, day).IsSubsetOf(here));
    }

    private Dictionary<int, Restated> Forward(
        string name, IReadOnlyList<CommuneSums> communes, Func<CommuneSums, Facts> facts, IReadOnlyDictionary<string, ElementDefinition> elements)
    {
        if (!elements.TryGetValue(name, out var element))
        {
            return [];
        }

        var values =
            from commune in communes
            let value = facts(commune)[name]
            where value is not null
            // What was read from a figure fits into one again.
            select new PlaceValue(commune.Id, element.Stored(value.Value)!.Value);

        return Restating.Forward(values, element.OverSubjects is OverSubjects.Sum, successions, then, day).ToDictionary(restated => restated.PlaceId);
    }

    private static decimal? Value(
        Dictionary<int, Restated> restated, int place, IReadOnlyDictionary<string, ElementDefinition> elements, string name) =>
        restated.GetValueOrDefault(place) is { Value: { } value } ? elements[name].Natural(value) : null;

    private Contribution Contribution(CommuneSums giver, int place, Ratio ratio)
    {
        var all = successions.Of(giver.Id);

        return new Contribution(
            giver.Id,
            all.SingleOrDefault(succession => succession.ToId == place),
            all.Sum(succession => succession.Parts),
            ratio.Numerator.Evaluate(giver.SoFar),
            ratio.Denominator.Evaluate(giver.SoFar));
    }
}
