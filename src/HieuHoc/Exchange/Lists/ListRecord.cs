using HieuHoc.Figures;
using HieuHoc.Platform;

namespace HieuHoc.Exchange.Lists;

/// <summary>What an uploaded list belongs to: its kind, and the period that was stated for all of it.</summary>
/// <param name="Period">Null where each line says its own.</param>
/// <param name="Confirmed">True when a person has compared it with what it cites.</param>
public sealed record ListRecord(string Kind, PeriodCode? Period = null, bool Confirmed = false)
{
    /// <summary>What belongs to a kind with what was typed as the period of the whole file.</summary>
    internal static Outcome<ListRecord> Of(ListKind kind, string period, bool confirmed = false)
    {
        var typed = kind.AsksPeriod ? period.Trim() : "";

        return typed.Length == 0 ? new ListRecord(kind.Name, null, confirmed)
            : PeriodCode.Parse(typed) is { } stated ? new ListRecord(kind.Name, stated, confirmed)
            : new ListPeriodIllFormed(typed);
    }

    /// <summary>The record under which its file is kept.</summary>
    public string Text => Period is null ? Kind : $"{Kind}/{Period.Text}";

    /// <summary>Reads what <see cref="Text"/> says.</summary>
    public static ListRecord Parse(string text) =>
        text.Split('/', 2) is [var kind, var period] ? new ListRecord(kind, PeriodCode.Parse(period)) : new ListRecord(text);
}
