using System.Globalization;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Exchange.Workbooks;

/// <summary>A column of a table whose heading is understood.</summary>
/// <param name="Cell">The name of the cell that it holds, in a table of villages; null elsewhere.</param>
internal sealed record KnownColumn(int Index, ColumnMeaning Meaning, string? Cell = null);

/// <summary>Whose figures a row holds, or which of them.</summary>
/// <param name="Element">The element, where the rows are cells of one return.</param>
internal sealed record KnownRow(WorkbookReturn Return, string? Element = null);

/// <summary>How a workbook lays its figures out: rows of cells for one return, or a row for each village.</summary>
internal abstract class WorkbookTable(WorkbookScope scope, Texts texts)
{
    protected WorkbookScope Scope { get; } = scope;

    public CellLabels Labels { get; } = new(scope.Form, texts);

    public WorkbookHeadings Headings { get; } = new(texts);

    public static WorkbookTable Of(WorkbookScope scope, Texts texts) => scope.IsOfVillages ? new VillageTable(scope, texts) : new CellTable(scope, texts);

    /// <summary>The headings without which nothing can be read, for the sentence.</summary>
    public abstract IReadOnlyList<string> Needed { get; }

    /// <summary>What a heading means; null where it is none of this table.</summary>
    public abstract KnownColumn? Column(int index, string heading);

    /// <summary>True when these columns say enough to read rows by them.</summary>
    public abstract bool IsHeading(IReadOnlyList<KnownColumn> columns);

    /// <summary>What a row is about; null where it cannot be told.</summary>
    /// <param name="said">What the row says in the column of a meaning; empty where it says nothing.</param>
    public abstract KnownRow? Row(Func<ColumnMeaning, string> said);

    /// <summary>The name of the cell at which a row and a column meet; null where nothing is asked there.</summary>
    public abstract string? NameOf(KnownRow row, KnownColumn column);

    /// <summary>The key of the sentence about a row with figures that cannot be told.</summary>
    public abstract string UnknownRow { get; }

    /// <summary>The estimate of a cell, where one is asked.</summary>
    protected string? Estimate(string element) => Scope.Form.Estimated.Contains(element) ? EstimatedCell.NameOf(element) : null;

    /// <summary>Each cell of the form on a row of its own.</summary>
    private sealed class CellTable(WorkbookScope scope, Texts texts) : WorkbookTable(scope, texts)
    {
        public override IReadOnlyList<string> Needed => [Headings.Of(ColumnMeaning.Item), Headings.Of(ColumnMeaning.Value)];

        public override string UnknownRow => "exchange.notice.cell";

        public override KnownColumn? Column(int index, string heading) => Headings.Find(heading) is { } meaning ? new KnownColumn(index, meaning) : null;

        public override bool IsHeading(IReadOnlyList<KnownColumn> columns) =>
            columns.Any(column => column.Meaning is ColumnMeaning.Code or ColumnMeaning.Item)
            && columns.Any(column => column.Meaning is ColumnMeaning.Value or ColumnMeaning.Estimate);

        public override KnownRow? Row(Func<ColumnMeaning, string> said) =>
            (Labels.Find(said(ColumnMeaning.Code)) ?? Labels.Find(said(ColumnMeaning.Item))) is { } element ? new KnownRow(Scope.Returns[0], element) : null;

        public override string? NameOf(KnownRow row, KnownColumn column) => column.Meaning switch
        {
            ColumnMeaning.Value => row.Element,
            ColumnMeaning.Estimate => Estimate(row.Element!),
            _ => null,
        };
    }

    /// <summary>A village on each row, a cell of the form in each column.</summary>
    private sealed class VillageTable : WorkbookTable
    {
        private readonly IReadOnlyDictionary<string, WorkbookReturn> byNumber;

        private readonly ILookup<string, WorkbookReturn> byName;

        public VillageTable(WorkbookScope scope, Texts texts)
            : base(scope, texts)
        {
            byNumber = scope.Returns.ToDictionary(of => of.SubjectId.ToString(CultureInfo.InvariantCulture));
            byName = scope.Returns.ToLookup(of => Vietnamese.Fold(of.Subject));
        }

        public override IReadOnlyList<string> Needed => [Headings.Of(ColumnMeaning.Sender), Labels[Scope.Form.Elements[0]].Here];

        public override string UnknownRow => "exchange.mistake.village";

        public override KnownColumn? Column(int index, string heading) =>
            Headings.Find(heading) is (ColumnMeaning.Sender or ColumnMeaning.SenderNumber or ColumnMeaning.Wrong) and var meaning ? new KnownColumn(index, meaning)
            : Labels.Find(heading) is { } element ? new KnownColumn(index, ColumnMeaning.Value, element)
            : null;

        public override bool IsHeading(IReadOnlyList<KnownColumn> columns) =>
            columns.Any(column => column.Meaning is ColumnMeaning.Sender or ColumnMeaning.SenderNumber) && columns.Any(column => column.Cell is not null);

        public override KnownRow? Row(Func<ColumnMeaning, string> said) =>
            byNumber.TryGetValue(said(ColumnMeaning.SenderNumber), out var numbered) ? new KnownRow(numbered)
            : byName[Vietnamese.Fold(said(ColumnMeaning.Sender))].ToList() is [var named] ? new KnownRow(named)
            : null;

        public override string? NameOf(KnownRow row, KnownColumn column) => column.Cell;
    }
}
