using HieuHoc.Figures;

namespace HieuHoc.Exchange.Lists;

/// <summary>What an uploaded list belongs to: its kind, and the period that was stated for all of it.</summary>
/// <param name="Period">Null where each line says its own.</param>
public sealed record ListRecord(string Kind, PeriodCode? Period = null)
{
    /// <summary>The record under which its file is kept.</summary>
    public string Text => Period is null ? Kind : $"{Kind}/{Period.Text}";

    /// <summary>Reads what <see cref="Text"/> says.</summary>
    public static ListRecord Parse(string text) =>
        text.Split('/', 2) is [var kind, var period] ? new ListRecord(kind, PeriodCode.Parse(period)) : new ListRecord(text);
}
