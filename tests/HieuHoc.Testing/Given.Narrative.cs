using HieuHoc.Figures;
using HieuHoc.Returns.Narrative;

namespace HieuHoc.Testing;

public sealed partial class Given
{
    /// <summary>An outline of each kind of section, for communes and agencies.</summary>
    public static OutlinesPack Outline() => new()
    {
        Id = "outline",
        Version = "1",
        Title = Words("Đề cương"),
        LegalBasis = [],
        ValidFrom = Reform,
        Confirmed = true,
        Levels = [SubjectLevel.Commune, SubjectLevel.Agency],
        Sections =
        [
            Section("situation", "Tình hình", OutlineContent.Text, SubjectLevel.Commune),
            Section("results", "Kết quả", OutlineContent.Figures, SubjectLevel.Commune),
            Section("tasks", "Nhiệm vụ", OutlineContent.Figures, SubjectLevel.Agency),
            Section("difficulties", "Khó khăn, vướng mắc", OutlineContent.Difficulties),
            Section("proposals", "Kiến nghị", OutlineContent.Proposals),
        ],
        Papers =
        [
            Paper(SubjectLevel.Commune, "ỦY BAN NHÂN DÂN {above}", "ỦY BAN NHÂN DÂN {subject}", "/BC-UBND", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]),
            Paper(SubjectLevel.Agency, null, "{subject}", "/BC-", ["THỦ TRƯỞNG CƠ QUAN"]),
        ],
    };

    private static OutlineSection Section(string code, string title, OutlineContent content, params IReadOnlyList<SubjectLevel> levels) =>
        new() { Code = code, Title = Words(title), Content = content, Levels = levels };

    private static SenderPaper Paper(SubjectLevel level, string? parent, string issuer, string symbol, IReadOnlyList<string> authority) => new()
    {
        Level = level,
        ParentIssuer = parent,
        Issuer = issuer,
        Symbol = symbol,
        SignedAt = "{name}",
        Abstract = "Kết quả năm {year}",
        Authority = authority,
        Recipients = ["- Lưu: VT."],
    };
}
