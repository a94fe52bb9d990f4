using System.Globalization;
using HieuHoc.Platform;

namespace HieuHoc.Reporting;

/// <summary>What stands on the tab and above the table of one sheet of the appendix.</summary>
/// <param name="OfAgencies">True when its rows are agencies, not communes.</param>
internal sealed record AppendixHead(string Name, IReadOnlyList<string> Lines, string? Watermark, bool OfAgencies)
{
    /// <summary>The head of the sheet of a number; the number of the paper stays blank for the clerk.</summary>
    public static AppendixHead Of(AnnualFacts facts, Texts texts, int number, string title, bool ofAgencies = false)
    {
        return new AppendixHead(
            Say("report.appendix.sheet", ("number", number), ("section", title)),
            [
                Say("report.appendix.heading", ("number", number), ("section", title)),
                facts.Variant.AppendixTitle.Replace("{year}", Text(facts.Year), StringComparison.Ordinal),
                Say("report.appendix.attached", ("symbol", facts.Variant.Symbol), ("year", Text(facts.Now.Day.Year))),
                facts.Round is { } round
                    ? Say("report.appendix.basis", ("cutOff", round.CutOffOn), ("asOf", facts.AsOf(texts)))
                    : Say("report.appendix.asOf", ("asOf", facts.AsOf(texts))),
            ],
            facts.Demo ? Say("demo.mark") : null,
            ofAgencies);

        string Say(string key, params IReadOnlyList<(string Name, object? Value)> values) => texts.In("vi", key, values);
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
