using HieuHoc.Returns;

namespace HieuHoc.Exchange.Workbooks;

/// <summary>What an uploaded workbook belongs to: a return, or the villages of a commune in a round.</summary>
public abstract record WorkbookRecord
{
    /// <summary>The record under which its files are kept.</summary>
    public abstract string Text { get; }

    /// <summary>Reads what <see cref="Text"/> says.</summary>
    public static WorkbookRecord Parse(string text) => text.Split('/') switch
    {
        ["return", var id] => new OfReturn(new ReturnId(Guid.Parse(id))),
        ["villages", var round, var code] => new OfVillages(new RoundId(Guid.Parse(round)), code),
        _ => throw new ArgumentException($"{text} names no workbook."),
    };

    /// <summary>A single return.</summary>
    public sealed record OfReturn(ReturnId Id) : WorkbookRecord
    {
        public override string Text => $"return/{Id.Value}";
    }

    /// <summary>All villages of a commune.</summary>
    /// <param name="Commune">Its code today.</param>
    public sealed record OfVillages(RoundId Round, string Commune) : WorkbookRecord
    {
        public override string Text => $"villages/{Round.Value}/{Commune}";
    }
}
