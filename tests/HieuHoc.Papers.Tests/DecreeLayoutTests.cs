using W = DocumentFormat.OpenXml.Wordprocessing;

namespace HieuHoc.Papers.Tests;

/// <summary>The layout table of Decree 30/2020/NĐ-CP, row by row.</summary>
public sealed class DecreeLayoutTests
{
    private const W.JustificationValues Centre = W.JustificationValues.Center;

    private const double Millimetre = 1440 / 25.4;

    [Fact]
    public void The_page_is_A4_with_the_margins_of_the_decree()
    {
        using var file = WordFile.Of(Given.Report());

        var section = Assert.Single(file.Sections);
        var margins = section.GetFirstChild<W.PageMargin>()!;
        var page = section.GetFirstChild<W.PageSize>()!;

        Assert.Equal((210, 297), (Math.Round(page.Width! / Millimetre), Math.Round(page.Height! / Millimetre)));
        Assert.InRange(margins.Top! / Millimetre, 20, 25);
        Assert.InRange(margins.Bottom! / Millimetre, 20, 25);
        Assert.InRange(Math.Round(margins.Left! / Millimetre, 1), 30, 35);
        Assert.InRange(margins.Right! / Millimetre, 15, 20.1);
    }

    [Fact]
    public void Everything_is_black_Times_New_Roman_in_Vietnamese()
    {
        using var file = WordFile.Of(Given.ReportWithAnnex());

        var fonts = file.Main.StyleDefinitionsPart!.Styles!.Descendants<W.RunFonts>().ToList();
        var defaults = file.Main.StyleDefinitionsPart.Styles.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;

        Assert.All(fonts, font => Assert.Equal(("Times New Roman", "Times New Roman", "Times New Roman"), (font.Ascii!.Value, font.HighAnsi!.Value, font.ComplexScript!.Value)));
        Assert.Equal("vi-VN", defaults.Languages!.Val!.Value);
        Assert.Equal("000000", defaults.Color!.Val!.Value);
    }

    [Fact]
    public void The_body_is_14_points_justified_indented_and_spaced()
    {
        using var file = WordFile.Of(Given.Report());

        var paragraph = file.Paragraph("Toàn tỉnh có");
        var style = file.StyleOf(paragraph).StyleParagraphProperties!;

        Assert.Equal(new Look(14, Bold: false, Italic: false, W.JustificationValues.Both), file.LookOf(paragraph));
        Assert.Equal(1.27, WordFile.Twips(style.Indentation!.FirstLine!) / Millimetre / 10, 2);
        Assert.True(WordFile.Twips(style.SpacingBetweenLines!.After!) / 20 >= 6);
        Assert.InRange(WordFile.Twips(style.SpacingBetweenLines.Line!) / 240, 1, 1.5);
    }

    [Fact]
    public void The_national_title_is_13_capitals_bold_and_the_motto_14_bold_with_a_line_as_long_as_itself()
    {
        using var file = WordFile.Of(Given.Report());

        var right = file.Tables[0].Descendants<W.TableCell>().ElementAt(1);
        var motto = file.Paragraph("Độc lập - Tự do - Hạnh phúc");

        Assert.StartsWith("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", right.InnerText, StringComparison.Ordinal);
        Assert.Equal(new Look(13, Bold: true, Italic: false, Centre), file.LookOf("CỘNG HÒA"));
        Assert.Equal(new Look(14, Bold: true, Italic: false, Centre), file.LookOf(motto));
        Assert.Equal(171.4, WordFile.RuleUnder(motto, CellWidth(right)), 0.5);
    }

    [Fact]
    public void The_issuer_is_bold_under_its_parent_with_a_line_of_a_third_to_a_half()
    {
        using var file = WordFile.Of(Given.Report());

        var left = file.Tables[0].Descendants<W.TableCell>().First();
        var issuer = file.Paragraph("SỞ GIÁO DỤC VÀ ĐÀO TẠO");

        Assert.Equal("UBND TỈNH QUẢNG TRỊSỞ GIÁO DỤC VÀ ĐÀO TẠO", left.InnerText);
        Assert.Equal(new Look(13, Bold: false, Italic: false, Centre), file.LookOf("UBND TỈNH QUẢNG TRỊ"));
        Assert.Equal(new Look(13, Bold: true, Italic: false, Centre), file.LookOf(issuer));
        Assert.InRange(WordFile.RuleUnder(issuer, CellWidth(left)) / 172.3, 1 / 3.0, 0.5);
    }

    [Fact]
    public void An_issuer_without_a_parent_stands_alone()
    {
        using var file = WordFile.Of(Given.Report() with { ParentIssuer = null });

        Assert.Equal("SỞ GIÁO DỤC VÀ ĐÀO TẠO", file.Tables[0].Descendants<W.TableCell>().First().InnerText);
    }

    [Fact]
    public void The_number_is_13_upright_at_the_left_and_the_date_14_italic_at_the_right()
    {
        using var file = WordFile.Of(Given.Report());

        var cells = file.Tables[0].Elements<W.TableRow>().ElementAt(1).Elements<W.TableCell>().ToList();

        Assert.Equal(["Số:        /BC-SGDĐT", "Quảng Trị, ngày      tháng 11 năm 2026"], cells.Select(cell => cell.InnerText));
        Assert.Equal(new Look(13, Bold: false, Italic: false, Centre), file.LookOf("Số:"));
        Assert.Equal(new Look(14, Bold: false, Italic: true, Centre), file.LookOf("Quảng Trị, ngày"));
    }

    [Fact]
    public void The_type_is_14_capitals_bold_and_the_abstract_14_bold_with_a_line_under_it()
    {
        using var file = WordFile.Of(Given.Report() with { Abstract = "Kết quả năm 2026" });

        var about = file.Paragraph("Kết quả năm 2026");

        Assert.Equal(new Look(14, Bold: true, Italic: false, Centre), file.LookOf("BÁO CÁO"));
        Assert.Equal(new Look(14, Bold: true, Italic: false, Centre), file.LookOf(about));
        Assert.InRange(WordFile.RuleUnder(about, 9071 / 20.0), 104 / 3.0, 104 / 2.0);
    }

    [Fact]
    public void An_official_letter_has_its_abstract_under_its_number()
    {
        using var file = WordFile.Of(Given.Report() with { Type = null, Abstract = "báo cáo năm 2026" });

        var left = file.Tables[0].Elements<W.TableRow>().ElementAt(1).Elements<W.TableCell>().First();

        Assert.Equal("Số:        /BC-SGDĐTV/v báo cáo năm 2026", left.InnerText);
        Assert.Equal(new Look(12, Bold: false, Italic: false, Centre), file.LookOf("V/v"));
        Assert.DoesNotContain(file.Body.Elements<W.Paragraph>(), paragraph => paragraph.InnerText.StartsWith("báo cáo", StringComparison.Ordinal));
    }

    [Fact]
    public void Legal_bases_are_14_italic_and_end_with_a_semicolon_but_the_last_with_a_full_stop()
    {
        using var file = WordFile.Of(Given.Report() with { LegalBases = ["Căn cứ Luật A;", "Căn cứ Luật B."] });

        var bases = file.Body.Elements<W.Paragraph>().Select(paragraph => paragraph.InnerText).Where(text => text.StartsWith("Căn cứ", StringComparison.Ordinal));

        Assert.Equal(["Căn cứ Luật A;", "Căn cứ Luật B."], bases);
        Assert.Equal(new Look(14, Bold: false, Italic: true, W.JustificationValues.Both), file.LookOf("Căn cứ"));
    }

    [Fact]
    public void The_content_ends_with_the_closing_mark_and_only_once()
    {
        using var open = WordFile.Of(Given.Report() with { Body = [new Paragraph("Xin báo cáo.")] });
        using var closed = WordFile.Of(Given.Report() with { Body = [new Paragraph("Xin báo cáo./.")] });
        using var table = WordFile.Of(Given.Report() with { Body = [new TableBlock(Given.SmallTable())] });

        Assert.Equal("Xin báo cáo./.", open.Paragraph("Xin").InnerText);
        Assert.Equal("Xin báo cáo./.", closed.Paragraph("Xin").InnerText);
        Assert.Equal("./.", table.Paragraph("./.").InnerText);
    }

    [Fact]
    public void One_addressee_stands_on_the_line_of_the_address_and_several_under_its_colon()
    {
        using var one = WordFile.Of(Given.Report() with { Addressees = ["Ủy ban nhân dân tỉnh"] });
        using var two = WordFile.Of(Given.Report());

        Assert.Equal("Kính gửi: Ủy ban nhân dân tỉnh", one.Paragraph("Kính gửi").InnerText);
        Assert.Equal(new Look(14, Bold: false, Italic: false, Centre), one.LookOf("Kính gửi"));
        Assert.Equal("Kính gửi:", two.Paragraph("Kính gửi").InnerText);
        Assert.Equal("- Ủy ban nhân dân tỉnh Quảng Trị;", two.Paragraph("- Ủy ban").InnerText);
        Assert.Equal("- Bộ Giáo dục và Đào tạo.", two.Paragraph("- Bộ").InnerText);
    }

    [Fact]
    public void The_signature_is_14_bold_at_the_right_with_room_and_without_any_picture()
    {
        using var file = WordFile.Of(Given.Report());

        var right = file.Tables[^1].Descendants<W.TableCell>().ElementAt(1);
        var room = file.StyleOf(file.Paragraph("Nguyễn Văn Mẫu")).StyleParagraphProperties!.SpacingBetweenLines!.Before!;

        Assert.Equal("KT. GIÁM ĐỐCPHÓ GIÁM ĐỐCNguyễn Văn Mẫu", right.InnerText);
        Assert.Equal(new Look(14, Bold: true, Italic: false, Centre), file.LookOf("KT. GIÁM ĐỐC"));
        Assert.Equal(new Look(14, Bold: true, Italic: false, Centre), file.LookOf("Nguyễn Văn Mẫu"));
        Assert.True(WordFile.Twips(room) / 20 >= 60);
        Assert.Empty(file.Main.ImageParts);
    }

    [Fact]
    public void The_recipients_stand_at_the_left_of_the_signature_12_bold_italic_and_11_upright()
    {
        using var file = WordFile.Of(Given.Report() with { Recipients = ["Như trên", "- UBND các xã;", "Lưu: VT."] });

        var left = file.Tables[^1].Descendants<W.TableCell>().First();

        Assert.Equal(["Nơi nhận:", "- Như trên;", "- UBND các xã;", "- Lưu: VT."], left.Elements<W.Paragraph>().Select(paragraph => paragraph.InnerText));
        Assert.Equal(new Look(12, Bold: true, Italic: true, W.JustificationValues.Left), file.LookOf("Nơi nhận:"));
        Assert.Equal(new Look(11, Bold: false, Italic: false, W.JustificationValues.Left), file.LookOf("- Như trên;"));
    }

    [Fact]
    public void Words_of_urgency_are_framed_capitals()
    {
        using var file = WordFile.Of(Given.Report() with { Stamps = ["Hỏa tốc"] });

        var stamp = file.Paragraph("HỎA TỐC");

        Assert.Equal(new Look(13, Bold: true, Italic: false, Centre), file.LookOf(stamp));
        Assert.NotNull(file.StyleOf(stamp).StyleParagraphProperties!.ParagraphBorders);
    }

    private static double CellWidth(W.TableCell cell) => WordFile.Twips(cell.TableCellProperties!.TableCellWidth!.Width!) / 20;
}
