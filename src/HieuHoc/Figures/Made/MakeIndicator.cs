using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;

namespace HieuHoc.Figures.Made;

/// <summary>
/// Makes an indicator of a province's own, with what it counts where nobody counts that yet. Both become a version of the packs
/// of that province: what a pack is to the law, they are to its plans.
/// </summary>
public sealed partial class MakeIndicator(HieuHocDb db, PackShelf shelf, TakePack takePack, Texts texts, ProgrammeClock clock)
{
    private const int LongestCode = 60;

    // How something is measured is true of every year of which there are figures.
    private static readonly DateOnly always = new(2000, 1, 1);

    /// <summary>The code of the indicator; the same said again makes no second one.</summary>
    public async Task<Outcome<string>> RunAsync(StatedIndicator stated, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.KeepPlans))
        {
            return new IndicatorsNotYoursToMake();
        }

        var whose = await db.JurisdictionAsync(actor.Owner, ct);
        var counted = new CountedThings((await db.ElementDefinitionsAsync(shelf, whose, clock.Now.Day, ct)).Values).For(stated, name => Code(whose, name));

        if (counted.Refusal is { } refusal)
        {
            return refusal;
        }

        var made = Definition(stated, Code(whose, stated.Title), counted.Value);
        var alike = (await shelf.AllAsync<IndicatorsPack>(db, whose, ct)).SelectMany(pack => pack.Document.Indicators)
            .Where(known => known.Code == made.Code || Vietnamese.Fold(known.Title.Vi) == Vietnamese.Fold(made.Title.Vi)).ToList();

        return alike.Count == 0 ? await TakeAsync(made, counted.Value, whose, new PackLoader(actor.Owner, actor.PersonId!.Value.Value), ct)
            : alike.Contains(made) ? made.Code
            : new IndicatorTitleTaken();
    }

    private async Task<Outcome<string>> TakeAsync(IndicatorDefinition made, IReadOnlyList<CountedThing> counted, Jurisdiction whose, PackLoader by, CancellationToken ct)
    {
        var elements = await LastAsync<ElementsPack>(whose, ct) ?? new ElementsPack
        {
            Id = IdOf(whose), Version = "", Title = Title("indicator.own.elements"), LegalBasis = [], ValidFrom = always, Confirmed = true, ForProvince = whose.Province, Elements = [],
        };
        var indicators = await LastAsync<IndicatorsPack>(whose, ct) ?? new IndicatorsPack
        {
            Id = IdOf(whose), Version = "", Title = Title("indicator.own"), LegalBasis = [], ValidFrom = always, Confirmed = true, ForProvince = whose.Province, Indicators = [],
        };
        IReadOnlyList<ElementDefinition> begun = [.. counted.Where(thing => thing.IsNew).Select(thing => thing.Element)];
        var taken = await takePack.RunAsync(
            [
                .. begun.Count == 0 ? [] : new[] { ("elements", Write(Next(elements, made.Citation) with { Elements = [.. elements.Elements, .. begun] })) },
                ("indicators", Write(Next(indicators, made.Citation) with { Indicators = [.. indicators.Indicators, made] })),
            ],
            by,
            ct);

        // The version was numbered before the packs were locked.
        return taken.Refusal is { } refusal ? refusal is PackVersionChanged ? new IndicatorMadeMeanwhile() : refusal : made.Code;
    }

    /// <summary>The province's own pack as it is now; null where it has none.</summary>
    private async Task<T?> LastAsync<T>(Jurisdiction whose, CancellationToken ct)
        where T : PackDocument =>
        (await shelf.AllAsync<T>(db, whose, ct)).Select(pack => pack.Document).FirstOrDefault(pack => pack.Id == IdOf(whose) && pack.ForProvince == whose.Province);

    private T Next<T>(T last, string citation)
        where T : PackDocument => last with
        {
            Version = last.Version.Split('.') is [var year, var number] && int.TryParse(number, CultureInfo.InvariantCulture, out var before) ? Numbered(year, before + 1) : Numbered($"{clock.Now.Day.Year}", 1),
            LegalBasis = [.. last.LegalBasis.Append(citation).Distinct()],
        };

    private LocalText Title(string key) => new(texts.In("vi", key), texts.In("en", key));

    private static string Numbered(string year, int number) => $"{year}.{number.ToString(CultureInfo.InvariantCulture)}";

    private static string Write<T>(T pack)
        where T : PackDocument => JsonSerializer.Serialize(pack, Json.Readable);

    private static IndicatorDefinition Definition(StatedIndicator stated, string code, IReadOnlyList<CountedThing> counted)
    {
        var title = stated.Title.Trim().Normalize();
        var ofTwo = counted.Count > 1;

        return new IndicatorDefinition
        {
            Code = code,
            Title = new LocalText(title, stated.English.Trim() is { Length: > 0 } english ? english : title),
            Definition = ofTwo
                ? new LocalText($"{counted[0].Element.Title.Vi} / {counted[1].Element.Title.Vi}", $"{counted[0].Element.Title.En} / {counted[1].Element.Title.En}")
                : counted[0].Element.Title,
            Kind = stated.Kind,
            Numerator = counted[0].Element.Code,
            Denominator = ofTwo ? counted[1].Element.Code : "1",
            NumeratorTitle = counted[0].Element.Title,
            DenominatorTitle = ofTwo ? counted[1].Element.Title : counted[0].Element.Unit,
            Decimals = ofTwo ? 1 : counted[0].Element.Decimals,
            Direction = stated.Direction,
            Citation = stated.Citation,
        };
    }

    private static string IdOf(Jurisdiction whose) => $"province-{whose.Province}";

    /// <summary>Two provinces may call two things alike: the code of the province stands before it.</summary>
    private static string Code(Jurisdiction whose, string title)
    {
        var words = $"p{Vietnamese.Fold(whose.Province!)}.x-{NoLetter().Replace(Vietnamese.Fold(title), "-").Trim('-')}";

        return words.Length <= LongestCode ? words : words[..LongestCode].TrimEnd('-');
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NoLetter();
}
