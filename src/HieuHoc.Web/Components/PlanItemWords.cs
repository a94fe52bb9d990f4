using System.Globalization;
using HieuHoc.PlanReading;
using HieuHoc.Platform;
using HieuHoc.Programmes.Plans;

namespace HieuHoc.Web.Components;

/// <summary>What an item of a plan says, on one line.</summary>
public static class PlanItemWords
{
    extension(Texts texts)
    {
        /// <summary>The item in the reader's words, without its clause.</summary>
        public string Of(PlanItem item) => item switch
        {
            PlanHead head => string.Join(" · ", new[] { head.Title, head.Issuer, head.Number, head.IssuedOn is { } day ? Shown.DayText(day) : null, texts.Years(head.Period?.From, head.Period?.To), head.Signer }.Where(word => word is { Length: > 0 })),
            PlanBasis basis => string.Join(", ", new[] { basis.Number, basis.Date is { } day ? Shown.DayText(day) : null, basis.Issuer }.Where(word => word is { Length: > 0 })),
            PlanTarget target => texts.OfTarget(target),
            PlannedTask task => task.Text,
            PlanAssignment given => given.Roles.Count == 0 ? given.Agency : $"{given.Agency}: {string.Join(", ", given.Roles.Select(role => texts[Texts.KeyOf(role)]))}",
            PlanMoney money => money.Text,
            PlanReport report => texts.OfReport(report),
            PlanRecipient recipient => recipient.Name,
            _ => throw new InvalidOperationException($"No words for {item.Kind}."),
        };

        /// <summary>A kind of area, or a plan's own word for one.</summary>
        public string AreaName(string area) => texts.Has($"area.{area}") ? texts[$"area.{area}"] : area;

        /// <summary>A period, or the year until which something is to be reached; null where there is neither.</summary>
        public string? Years(int? from, int? to) => (from, to) switch
        {
            (null, null) => null,
            (null, { } last) => texts["planYears.to", ("to", $"{last}")],
            ({ } first, null) => texts["planYears.from", ("from", $"{first}")],
            ({ } first, { } last) when first == last => texts["planYears.one", ("year", $"{first}")],
            ({ } first, { } last) => texts["planYears.both", ("from", $"{first}"), ("to", $"{last}")],
        };

        private string OfTarget(PlanTarget target) => string.Join(" · ", new[]
        {
            target.Measure is TargetKind.Achieved ? target.Subject : texts[$"planTarget.{target.Measure}", ("value", (target.Value ?? 0).ToString("#,0.######", CultureInfo.CurrentCulture)), ("subject", target.Subject)],
            target.Qualifier is TargetQualifier.Exact ? null : texts[Texts.KeyOf(target.Qualifier)],
            texts.Years(target.From, target.Year),
            target.Area is { } area ? texts.AreaName(area) : null,
            target.Each is { Length: > 0 } each ? texts["planTarget.each", ("each", each)] : null,
        }.Where(word => word is { Length: > 0 }));

        private string OfReport(PlanReport report) => string.Join(" · ", new[]
        {
            report is { DueDay: { } day, DueMonth: { } month }
                ? texts[report.Before is true ? "planReport.before" : "planReport.on", ("day", day), ("month", report.DueYear is { } year ? $"{month}/{year}" : $"{month}")]
                : texts["planReport.noDay"],
            report.Every is { Length: > 0 } every ? texts[$"planEvery.{every}"] : null,
            report.To is { Length: > 0 } to ? texts["planReport.to", ("to", to)] : null,
            report.Channel,
        }.Where(word => word is { Length: > 0 }));
    }
}
