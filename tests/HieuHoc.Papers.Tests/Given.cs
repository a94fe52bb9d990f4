namespace HieuHoc.Papers.Tests;

/// <summary>A believable report and a believable workbook; a test names only what matters to it.</summary>
internal static class Given
{
    public const string Watermark = "SỐ LIỆU MINH HỌA";

    public static readonly IReadOnlyList<string> Communes =
    [
        "Phường Đông Hà", "Phường Nam Đông Hà", "Phường Đồng Hới", "Xã Lệ Thủy", "Xã Hải Lăng", "Xã Vĩnh Định", "Xã A Dơi", "Xã Lìa",
        "Xã Hướng Lập", "Xã Tà Rụt", "Xã Dân Hóa", "Xã Thượng Trạch", "Đặc khu Cồn Cỏ",
    ];

    public static OfficialPaper Report() => new()
    {
        ParentIssuer = "UBND tỉnh Quảng Trị",
        Issuer = "Sở Giáo dục và Đào tạo",
        NumberPattern = "Số:        /BC-SGDĐT",
        PlaceAndDate = "Quảng Trị, ngày      tháng 11 năm 2026",
        Type = "Báo cáo",
        Abstract = "Kết quả thực hiện Đề án “Xây dựng xã hội học tập giai đoạn 2021-2030” trên địa bàn tỉnh Quảng Trị năm 2026",
        Addressees = ["Ủy ban nhân dân tỉnh Quảng Trị", "Bộ Giáo dục và Đào tạo"],
        LegalBases =
        [
            "Căn cứ Quyết định số 1373/QĐ-TTg ngày 30/7/2021 của Thủ tướng Chính phủ phê duyệt Đề án “Xây dựng xã hội học tập giai đoạn 2021-2030”",
            "Căn cứ Kế hoạch của Ủy ban nhân dân tỉnh về triển khai thực hiện Đề án trên địa bàn tỉnh Quảng Trị",
        ],
        Body = Body(paragraphs: 3),
        Signature = new() { Authority = ["KT. Giám đốc", "Phó Giám đốc"], SignerName = "Nguyễn Văn Mẫu" },
        Recipients = ["Như trên", "Hội Khuyến học tỉnh", "Các Sở, ban, ngành, đoàn thể cấp tỉnh", "UBND các xã, phường, đặc khu", "Lưu: VT, GDTrH-GDTX"],
        Watermark = Watermark,
    };

    public static OfficialPaper ReportWithAnnex() => Report() with
    {
        Annexes =
        [
            new()
            {
                Number = "I",
                Title = "Kết quả công nhận các mô hình học tập năm 2026",
                Reference = "Kèm theo Báo cáo số        /BC-SGDĐT ngày      tháng 11 năm 2026 của Sở Giáo dục và Đào tạo",
                Landscape = true,
                Body = [new TableBlock(WideTable(rows: 78))],
            },
        ],
    };

    public static IReadOnlyList<Block> Body(int paragraphs) =>
    [
        new Heading(1, "I. ĐẶC ĐIỂM TÌNH HÌNH"),
        .. Enumerable.Repeat(new Paragraph(Situation), paragraphs),
        new Heading(1, "II. KẾT QUẢ THỰC HIỆN"),
        new Heading(2, "1. Công tác chỉ đạo, tuyên truyền"),
        .. Enumerable.Repeat(new Paragraph(Leadership), paragraphs),
        new Bullet("Tuần lễ hưởng ứng học tập suốt đời từ ngày 01/10 đến ngày 07/10/2026 được tổ chức ở tất cả các trung tâm học tập cộng đồng;"),
        new Bullet("78/78 xã, phường, đặc khu đã gửi báo cáo đúng thời hạn."),
        new Heading(2, "2. Các mô hình học tập"),
        new Heading(3, "a) Gia đình học tập"),
        new Paragraph($"Toàn tỉnh có 412.356 gia đình được công nhận danh hiệu Gia đình học tập, đạt {VietnameseNumber.Percent(79.4m)} tổng số hộ."),
        new TableBlock(SmallTable(), "Bảng 1. Kết quả công nhận các mô hình học tập", "Đơn vị: mô hình"),
        new Note("Nguồn: Tổng hợp từ báo cáo của các xã, phường, đặc khu; số liệu minh họa."),
        new Heading(1, "III. KHÓ KHĂN, VƯỚNG MẮC VÀ KIẾN NGHỊ"),
        .. Enumerable.Repeat(new Paragraph(Difficulties), paragraphs),
        new Paragraph("Sở Giáo dục và Đào tạo báo cáo Ủy ban nhân dân tỉnh xem xét, chỉ đạo."),
    ];

    public static PaperTable SmallTable() => new()
    {
        Columns =
        [
            new("TT", 10) { Alignment = CellAlignment.Centre },
            new("Mô hình", 60),
            new("Tổng số", 30),
            new("Được công nhận", 30),
            new("Tỷ lệ (%)", 30),
        ],
        Rows =
        [
            [new("1"), new("Gia đình học tập"), PaperCell.Number(519340), PaperCell.Number(412356), PaperCell.Number(79.4m, 1)],
            [new("2"), new("Dòng họ học tập"), PaperCell.Number(4210), PaperCell.Number(2989), PaperCell.Number(71m, 1)],
            [new("3"), new("Cộng đồng học tập"), PaperCell.Number(1912), PaperCell.Number(null), PaperCell.Blank],
        ],
        Total = [PaperCell.Blank, new("Cộng"), PaperCell.Number(525462), PaperCell.Number(415345), PaperCell.Number(79.0m, 1)],
    };

    public static PaperTable WideTable(int rows) => new()
    {
        Columns =
        [
            new("TT", 10) { Alignment = CellAlignment.Centre },
            new("Xã, phường, đặc khu", 52),
            .. ModelColumns("Gia đình học tập"),
            .. ModelColumns("Dòng họ học tập"),
            .. ModelColumns("Cộng đồng học tập"),
            new("Ghi chú", 25),
        ],
        Rows = [.. Enumerable.Range(1, rows).Select(AnnexRow)],
        Total = [PaperCell.Blank, new("Toàn tỉnh"), .. Figures(519340, 412356), .. Figures(4210, 2989), .. Figures(1912, 1588)],
    };

    public static string Commune(int number) =>
        number <= Communes.Count ? Communes[number - 1] : $"Xã Minh Họa {number}";

    private static IEnumerable<TableColumn> ModelColumns(string group) =>
    [
        new("Tổng số", 20) { Group = group },
        new("Công nhận", 20) { Group = group },
        new("Tỷ lệ (%)", 15) { Group = group },
    ];

    private static IReadOnlyList<PaperCell> AnnexRow(int number) =>
    [
        new($"{number}"),
        new(Commune(number)),
        .. Figures(6000 + (number * 37), 4500 + (number * 31)),
        .. Figures(40 + number, number % 7 == 0 ? null : 30 + number),
        .. Figures(20 + (number % 9), 17 + (number % 3)),
    ];

    private static IEnumerable<PaperCell> Figures(decimal all, decimal? recognised) =>
        [PaperCell.Number(all), PaperCell.Number(recognised), PaperCell.Number(recognised / all * 100, 1)];

    private const string Situation =
        "Tỉnh Quảng Trị (mới) có 78 đơn vị hành chính cấp xã, dân số 1.845.335 người, 433.560 học sinh; mạng lưới cơ sở giáo dục, trung tâm học tập cộng đồng "
        + "được sắp xếp lại sau khi thực hiện chính quyền địa phương hai cấp, cơ bản đáp ứng nhu cầu học tập thường xuyên, học tập suốt đời của người dân ở cả "
        + "vùng đồng bằng, miền núi và hải đảo.";

    private const string Leadership =
        "Ban Chỉ đạo xã hội học tập tỉnh đã ban hành kế hoạch năm, phân công nhiệm vụ cho từng thành viên, tổ chức kiểm tra tại 12 xã, phường; các cơ quan báo chí, "
        + "hệ thống thông tin cơ sở tuyên truyền về chủ trương của Đảng, chính sách của Nhà nước đối với việc học tập suốt đời, các gương điển hình tiên tiến.";

    private const string Difficulties =
        "Đợt mưa lũ đầu tháng 11 làm chậm việc rà soát ở 9 xã vùng trũng; việc sáp nhập thôn, bản từ ngày 01/7/2026 đòi hỏi phải đối chiếu lại danh sách hộ gia đình. "
        + "Kinh phí hoạt động của các trung tâm học tập cộng đồng còn hạn hẹp, phụ thuộc nhiều vào nguồn xã hội hóa.";
}
