namespace HieuHoc.Papers.Word;

/// <summary>The layout table of Decree 30/2020/NĐ-CP, one line per component.</summary>
internal static class WordStyles
{
    public const string Font = "Times New Roman";

    public const string Language = "vi-VN";

    public const double BodySize = 14;

    // Between single and one and a half, as the decree allows; 1.15 keeps the tall Vietnamese capitals apart.
    private const int BodyLine = 276;

    private const int SixPoints = 120;

    public static readonly WordStyle Nation = new("Nation", "Quốc hiệu", 13) { Bold = true, Alignment = Alignment.Centre };

    public static readonly WordStyle Motto = new("Motto", "Tiêu ngữ", 14) { Bold = true, Alignment = Alignment.Centre };

    public static readonly WordStyle ParentIssuer = new("ParentIssuer", "Cơ quan chủ quản", 13) { Alignment = Alignment.Centre };

    public static readonly WordStyle Issuer = new("Issuer", "Cơ quan ban hành", 13) { Bold = true, Alignment = Alignment.Centre };

    public static readonly WordStyle Number = new("Number", "Số và ký hiệu", 13) { Alignment = Alignment.Centre, Before = 80 };

    public static readonly WordStyle PlaceAndDate = new("PlaceAndDate", "Địa danh và thời gian", 14) { Italic = true, Alignment = Alignment.Centre, Before = 80 };

    public static readonly WordStyle LetterAbstract = new("LetterAbstract", "Trích yếu công văn", 12) { Alignment = Alignment.Centre, Before = 60 };

    public static readonly WordStyle Stamp = new("Stamp", "Dấu chỉ mức độ", 13) { Bold = true, Alignment = Alignment.Centre, Before = 160, Framed = true };

    public static readonly WordStyle Type = new("PaperType", "Tên loại văn bản", 14) { Bold = true, Alignment = Alignment.Centre, Before = 360, KeepNext = true };

    public static readonly WordStyle Abstract = new("Abstract", "Trích yếu nội dung", 14) { Bold = true, Alignment = Alignment.Centre, KeepNext = true };

    public static readonly WordStyle Addressee = new("Addressee", "Kính gửi", 14) { Alignment = Alignment.Centre, Before = SixPoints, After = 240 };

    // The dashes stand under the colon of "Kính gửi:", 5 cm from the edge.
    public static readonly WordStyle AddresseeLabel = new("AddresseeLabel", "Kính gửi nhiều nơi", 14) { Left = 1814, Before = SixPoints };

    public static readonly WordStyle AddresseeItem = new("AddresseeItem", "Nơi được kính gửi", 14) { Left = 3005, Hanging = 170 };

    public static readonly WordStyle LegalBasis = new("LegalBasis", "Căn cứ", BodySize) { Italic = true, Alignment = Alignment.Justified, FirstLine = PageSize.FirstLine, After = SixPoints, Line = BodyLine };

    public static readonly WordStyle Body = new("BodyText", "Body Text", BodySize) { Alignment = Alignment.Justified, FirstLine = PageSize.FirstLine, After = SixPoints, Line = BodyLine };

    public static readonly WordStyle Heading1 = Body with { Id = "Heading1", Name = "heading 1", Bold = true, Before = 60, KeepNext = true, OutlineLevel = 1 };

    public static readonly WordStyle Heading2 = Body with { Id = "Heading2", Name = "heading 2", Bold = true, KeepNext = true, OutlineLevel = 2 };

    public static readonly WordStyle Heading3 = Body with { Id = "Heading3", Name = "heading 3", Italic = true, KeepNext = true, OutlineLevel = 3 };

    public static readonly WordStyle Caption = new("Caption", "caption", 13) { Bold = true, Alignment = Alignment.Centre, Before = SixPoints, After = 60, KeepNext = true };

    public static readonly WordStyle Unit = new("Unit", "Đơn vị tính", 12) { Italic = true, Alignment = Alignment.Right, After = 40, KeepNext = true };

    public static readonly WordStyle TableHeading = new("TableHeading", "Đầu bảng", 12) { Bold = true, Alignment = Alignment.Centre, Before = 40, After = 40 };

    public static readonly WordStyle TableText = new("TableText", "Nội dung bảng", 12) { Before = 40, After = 40 };

    public static readonly WordStyle Note = new("Note", "Ghi chú", 12) { Italic = true, Alignment = Alignment.Justified, Before = 60, After = SixPoints };

    public static readonly WordStyle Authority = new("Authority", "Quyền hạn và chức vụ", 14) { Bold = true, Alignment = Alignment.Centre, KeepNext = true };

    // 72 points above the name leave the signature and the seal their room.
    public static readonly WordStyle SignerName = new("SignerName", "Họ tên người ký", 14) { Bold = true, Alignment = Alignment.Centre, Before = 1440 };

    public static readonly WordStyle RecipientsLabel = new("RecipientsLabel", "Nơi nhận", 12) { Bold = true, Italic = true, Before = SixPoints, KeepNext = true };

    public static readonly WordStyle Recipient = new("Recipient", "Danh sách nơi nhận", 11) { Left = 113, Hanging = 113 };

    public static readonly WordStyle AnnexNumber = new("AnnexNumber", "Số phụ lục", 14) { Bold = true, Alignment = Alignment.Centre, KeepNext = true };

    public static readonly WordStyle AnnexTitle = new("AnnexTitle", "Tên phụ lục", 14) { Bold = true, Alignment = Alignment.Centre, KeepNext = true };

    public static readonly WordStyle AnnexReference = new("AnnexReference", "Phụ lục kèm theo", 14) { Italic = true, Alignment = Alignment.Centre, After = SixPoints, KeepNext = true };

    public static readonly WordStyle Header = new("Header", "header", 14) { Alignment = Alignment.Centre };

    /// <summary>The thin line under a head; the paragraph exists only for its border.</summary>
    public static readonly WordStyle Rule = new("Rule", "Đường kẻ", 2) { Before = 50, Line = 60, ExactLine = true, KeepNext = true };

    /// <summary>The line that closes the title, with air before the content.</summary>
    public static readonly WordStyle TitleRule = Rule with { Id = "TitleRule", Name = "Đường kẻ dưới trích yếu", After = 160 };

    /// <summary>Word wants a paragraph after a table; this one is as low as it can be.</summary>
    public static readonly WordStyle Gap = new("Gap", "Khoảng cách", 2) { Line = 80, ExactLine = true };

    public static readonly IReadOnlyList<WordStyle> All =
    [
        Nation, Motto, ParentIssuer, Issuer, Number, PlaceAndDate, LetterAbstract, Stamp, Type, Abstract, Addressee, AddresseeLabel,
        AddresseeItem, LegalBasis, Body, Heading1, Heading2, Heading3, Caption, Unit, TableHeading, TableText, Note, Authority, SignerName,
        RecipientsLabel, Recipient, AnnexNumber, AnnexTitle, AnnexReference, Header, Rule, TitleRule, Gap,
    ];
}
