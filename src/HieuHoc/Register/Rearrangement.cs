using HieuHoc.Places;
using HieuHoc.Platform;

namespace HieuHoc.Register;

/// <summary>One line of a decision: several villages become one, or one becomes several.</summary>
/// <param name="Into">The villages afterwards; of a split the first keeps the records.</param>
/// <param name="EffectiveOn">The first day of the new order; not in the future.</param>
/// <param name="LegalBasis">The decision: type, number, date, issuer.</param>
public sealed record Rearrangement(
    IReadOnlyList<int> From, IReadOnlyList<VillageAfter> Into, DateOnly EffectiveOn, string LegalBasis)
{
    private bool Merges => From.Distinct().Count() == From.Count && this is { From.Count: > 1, Into.Count: 1 };

    private bool Splits => this is { From.Count: 1, Into.Count: > 1 } && Into.All(after => after.GoesOn is null);

    /// <summary>The names of the villages afterwards; refused when the line says no rearrangement, whatever villages there are.</summary>
    internal Outcome<IReadOnlyList<VillageName>> Names()
    {
        if (!(Merges || Splits) || (Into[0].GoesOn is { } goesOn && !From.Contains(goesOn)))
        {
            return new VillageRearrangementUnclear();
        }

        if (string.IsNullOrWhiteSpace(LegalBasis))
        {
            return new VillageDecisionMissing();
        }

        var names = Into.Select(after => VillageName.Of(after.Kind, after.Name)).OfType<VillageName>().ToList();

        if (names.Count < Into.Count || names.DistinctBy(name => SearchKey.Of(name.FullName)).Count() < names.Count)
        {
            return new VillageNameIllFormed();
        }

        return names;
    }

    /// <summary>Who succeeds whom: all of each that ends, or an equal part of it, goes to each that is there afterwards.</summary>
    internal IEnumerable<PlaceSuccession> Successions(IReadOnlyList<int> ending, IReadOnlyList<int> after) =>
        from ended in ending
        from successor in after.Index()
        let whole = after.Count == 1
        select new PlaceSuccession
        {
            FromId = ended,
            ToId = successor.Item,
            EffectiveOn = EffectiveOn,
            Whole = whole,
            IsDefault = successor.Index == 0,
            Rule = "decision",
            AreaShare = whole ? SuccessionShare.All : SuccessionShare.Part,
            PopulationShare = whole ? SuccessionShare.All : SuccessionShare.Part,
            PartsRule = whole ? PartsRule.Whole : PartsRule.EqualParts,
            LegalBasis = LegalBasis.Trim(),
        };
}

/// <summary>A village after a rearrangement.</summary>
/// <param name="GoesOn">The number of the village that goes on and takes the others in; null for a new one.</param>
public sealed record VillageAfter(int? GoesOn, string Kind, string Name);
