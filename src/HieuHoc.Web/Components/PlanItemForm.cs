using System.Globalization;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;

namespace HieuHoc.Web.Components;

/// <summary>How a field of an item is typed.</summary>
public enum PlanFieldType
{
    Line,
    Words,
    Number,
    Day,
    Choice,
    Tick,
}

/// <summary>A field of an item, as a form shows it.</summary>
/// <param name="Values">What stands in it; of ticks those that are set.</param>
/// <param name="Choices">The values of which one chooses one, or some, with the keys of their words; empty where one types.</param>
public sealed record PlanField(string Name, PlanFieldType Type, IReadOnlyList<string> Values, IReadOnlyList<(string Value, string Key)> Choices);

/// <summary>An item of a plan as a form: its fields, and what a person typed into them.</summary>
public static class PlanItemForm
{
    private static readonly IReadOnlyList<string> Types = ["plan", "decision", "report", "letter"];

    private static readonly IReadOnlyList<string> Every = ["none", "year", "halfYear", "quarter", "month"];

    private static readonly IReadOnlyList<string> Areas = ["none", .. AreaKinds.All];

    /// <summary>The fields of an item, in the order in which plans say them.</summary>
    public static IReadOnlyList<PlanField> Of(PlanItem item) => item switch
    {
        PlanHead head =>
        [
            Choice("type", head.Type ?? Types[0], "planType", Types), Words("title", head.Title), Line("issuer", head.Issuer), Line("number", head.Number), Day("issuedOn", head.IssuedOn),
            Number("from", head.Period?.From), Number("until", head.Period?.To), Line("signerAuthority", head.SignerAuthority), Line("signer", head.Signer),
        ],
        PlanBasis basis => [Line("number", basis.Number), Day("date", basis.Date), Line("issuer", basis.Issuer)],
        PlanTarget target =>
        [
            Line("clause", target.Clause), Words("subject", target.Subject), Choice("measure", target.Measure), Number("value", target.Value), Choice("qualifier", target.Qualifier),
            Number("from", target.From), Number("year", target.Year), Choice("area", AreaOf(target.Area), "area", Areas), Line("each", target.Each),
        ],
        PlannedTask task => [Line("clause", task.Clause), Words("text", task.Text)],
        PlanAssignment given =>
        [
            Line("clause", given.Clause), Line("agency", given.Agency), new("roles", PlanFieldType.Tick, [.. given.Roles.Select(role => role.ToString())], Words<AgencyRole>()),
            Words("duties", string.Join('\n', given.Duties ?? [])),
        ],
        PlanMoney money => [Line("clause", money.Clause), Words("text", money.Text), Number("amount", money.Amount)],
        PlanReport report =>
        [
            Line("clause", report.Clause), Number("dueDay", report.DueDay), Number("dueMonth", report.DueMonth), Number("dueYear", report.DueYear), Choice("every", report.Every ?? Every[0], "planEvery", Every),
            new("before", PlanFieldType.Tick, report.Before is true ? ["true"] : [], [("true", "planField.before.true")]), Line("to", report.To), Line("channel", report.Channel),
        ],
        PlanRecipient recipient => [Line("name", recipient.Name)],
        _ => throw new InvalidOperationException($"No form for {item.Kind}."),
    };

    /// <summary>An item of a kind with nothing in it, to be added.</summary>
    public static PlanItem Blank(PlanItemKind kind) => kind switch
    {
        PlanItemKind.Head => new PlanHead(null, null, null, null, null, null, null, null, Truncated: false),
        PlanItemKind.Basis => new PlanBasis("", null),
        PlanItemKind.Target => new PlanTarget("", "", TargetKind.Percent, null, TargetQualifier.Exact, null, null, null),
        PlanItemKind.Task => new PlannedTask("", ""),
        PlanItemKind.Assignment => new PlanAssignment("", "", []),
        PlanItemKind.Money => new PlanMoney("", "", null),
        PlanItemKind.Report => new PlanReport("", null, null, null, null, null),
        PlanItemKind.Recipient => new PlanRecipient(""),
    };

    /// <summary>What a person typed into the form of an item; a refusal where a number or a day is none.</summary>
    /// <param name="before">The item that they corrected, or a blank one.</param>
    /// <param name="choices">What it can be linked to.</param>
    public static Outcome<PlanItem> Read(PlanItem before, IFormCollection form, LinkChoices choices)
    {
        var typed = new Typed(form);
        PlanItem item = before switch
        {
            PlanHead head => new PlanHead(
                typed.Text("type"), typed.Text("number"), typed.Day("issuedOn"), typed.Text("issuer"), typed.Text("title"), typed.Text("signer"), typed.Text("signerAuthority"), PlanYears.Of(typed.Whole("from"), typed.Whole("until")), head.Truncated),
            PlanBasis => new PlanBasis(typed.Words("number"), typed.Day("date")) { Issuer = typed.Text("issuer") },
            PlanTarget => new PlanTarget(
                typed.Words("clause"), typed.Words("subject"), typed.Choice<TargetKind>("measure"), typed.Number("value"), typed.Choice<TargetQualifier>("qualifier"), typed.Whole("year"), typed.Whole("from"), typed.Text("area") is { } area && area != Areas[0] ? area : null) { Each = typed.Text("each") },
            PlannedTask => new PlannedTask(typed.Words("clause"), typed.Words("text")),
            PlanAssignment => new PlanAssignment(typed.Words("clause"), typed.Words("agency"), typed.Choices<AgencyRole>("roles"), Duties: typed.Lines("duties")),
            PlanMoney => new PlanMoney(typed.Words("clause"), typed.Words("text"), typed.Number("amount")),
            PlanReport => new PlanReport(typed.Words("clause"), typed.Whole("dueMonth"), typed.Whole("dueDay"), typed.Text("every") is { } every && every != Every[0] ? every : null, form["before"] == "true", typed.Text("to"), typed.Text("channel"), typed.Whole("dueYear")),
            PlanRecipient => new PlanRecipient(typed.Words("name")),
            _ => throw new InvalidOperationException($"No form for {before.Kind}."),
        };

        return typed.IsUnreadable ? new PlanItemUnfit(PlanItemFault.Unreadable) : Linked(item, (before as PlanTarget)?.Link, form, choices);
    }

    /// <summary>The item with what a person linked it to; a refusal where that means nothing.</summary>
    /// <param name="before">What it was linked to before.</param>
    public static Outcome<PlanItem> Linked(PlanItem item, TargetLink? before, IFormCollection form, LinkChoices choices)
    {
        var typed = new Typed(form);
        PlanItem? linked = item switch
        {
            PlanHead head => head with { Programme = typed.Text("programme") },
            PlanTarget target => target with
            {
                // How it goes on is said on a page of its own, and holds for as long as the same indicator measures it.
                Link = typed.Text("link") is { } indicator ? new TargetLink(indicator, typed.Whole("linkYear"), typed.Number("linkThreshold"), before?.Indicator == indicator ? before.After : null) : null,
            },
            PlanAssignment given => choices.AgenciesNamed(typed.Words("agencies")) is { } named ? given with { Agencies = named.Count > 0 ? named : null } : null,
            _ => item,
        };

        return linked is null ? new PlanItemUnfit(PlanItemFault.AgencyUnknown) : typed.IsUnreadable ? new PlanItemUnfit(PlanItemFault.Unreadable) : linked;
    }

    private static string AreaOf(string? area) => area is not null && Areas.Contains(area) ? area : Areas[0];

    private static PlanField Line(string name, string? value) => new(name, PlanFieldType.Line, [value ?? ""], []);

    private static PlanField Words(string name, string? value) => new(name, PlanFieldType.Words, [value ?? ""], []);

    private static PlanField Number(string name, decimal? value) => new(name, PlanFieldType.Number, [value?.ToString("0.######", CultureInfo.CurrentCulture) ?? ""], []);

    private static PlanField Day(string name, DateOnly? value) => new(name, PlanFieldType.Day, [value?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""], []);

    private static PlanField Choice(string name, string value, string words, IReadOnlyList<string> choices) => new(name, PlanFieldType.Choice, [value], [.. choices.Select(choice => (choice, $"{words}.{choice}"))]);

    private static PlanField Choice<T>(string name, T value)
        where T : struct, Enum => new(name, PlanFieldType.Choice, [value.ToString()], Words<T>());

    private static IReadOnlyList<(string Value, string Key)> Words<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(value => (value.ToString(), Texts.KeyOf(value)))];

    /// <summary>What was typed, and whether all of it could be read.</summary>
    private sealed class Typed(IFormCollection form)
    {
        public bool IsUnreadable { get; private set; }

        public string Words(string name) => form[name].ToString().Trim().Normalize();

        public string? Text(string name) => Words(name) is { Length: > 0 } words ? words : null;

        /// <summary>One thing a line; null where there is none.</summary>
        public IReadOnlyList<string>? Lines(string name) =>
            Text(name)?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) is { Length: > 0 } lines ? lines : null;

        public decimal? Number(string name) => Text(name) is not { } text ? null
            : decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.CurrentCulture, out var value) ? value
            : Unreadable<decimal>();

        public int? Whole(string name) => Text(name) is not { } text ? null
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value
            : Unreadable<int>();

        public DateOnly? Day(string name) => Text(name) is not { } text ? null
            : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var value) ? value
            : Unreadable<DateOnly>();

        public T Choice<T>(string name)
            where T : struct, Enum => Enum.TryParse<T>(Words(name), out var value) && Enum.IsDefined(value) ? value : Unreadable<T>() ?? default;

        public IReadOnlyList<T> Choices<T>(string name)
            where T : struct, Enum => [.. form[name].Select(word => Enum.TryParse<T>(word, out var value) && Enum.IsDefined(value) ? value : Unreadable<T>() ?? default).Distinct()];

        private T? Unreadable<T>()
            where T : struct
        {
            IsUnreadable = true;

            return null;
        }
    }
}
