using HieuHoc.Papers;
using HieuHoc.Platform;

namespace HieuHoc.Reporting;

/// <summary>The Excel part of the yearly report: one sheet a section of the form that the round asked.</summary>
internal sealed class AnnualAppendix(AnnualFacts facts, Texts texts)
{
    public Workbook Build() =>
        new([.. facts.Form.Sections.Index().Select(section => new AppendixSheet(facts, texts, section.Item, section.Index + 1).Build())]);
}
