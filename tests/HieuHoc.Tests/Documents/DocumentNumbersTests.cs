using System.Text;
using FsCheck;
using FsCheck.Fluent;
using HieuHoc.Documents;
using HieuHoc.Platform;
using HieuHoc.Tests.Figures;

namespace HieuHoc.Tests.Documents;

public sealed class DocumentNumbersTests
{
    [Theory]
    [InlineData("89/QĐ-TTg")]
    [InlineData("89/QĐ - TTg")]
    [InlineData(" 89 / QĐ–TTg ")]
    [InlineData("89/qđ-ttg")]
    [InlineData("89/QD-TTg")]
    [InlineData("Số: 89/QĐ-TTg")]
    [InlineData("số 89/QĐ-TTg.")]
    [InlineData("089/QĐ--TTg")]
    [InlineData("89∕QĐ\u2011TTg")]
    public void However_it_is_typed_it_is_one_number(string typed) => Assert.Equal("89/qd-ttg", DocumentNumbers.Key(typed));

    [Theory]
    [InlineData("05-CT/TU", "5-ct/tu")]
    [InlineData("0", "0")]
    [InlineData("00/KH", "0/kh")]
    [InlineData("101/2017/NĐ-CP", "101/2017/nd-cp")]
    [InlineData("Sở 12", "12")]
    [InlineData("Số: số 12", "12")]
    public void What_stands_before_the_number_is_no_part_of_it(string typed, string expected) => Assert.Equal(expected, DocumentNumbers.Key(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" - ")]
    [InlineData("Số:      /KH-UBND")]
    [InlineData("Luật Ngân sách nhà nước")]
    public void Where_no_digit_is_there_is_no_number(string? typed) => Assert.Null(DocumentNumbers.Key(typed));

    [Theory]
    [InlineData("89/QĐ-TTg", DocumentType.Decision)]
    [InlineData("642/KH-UBND", DocumentType.Plan)]
    [InlineData("05/QC-SGDĐT-HKH", DocumentType.Regulation)]
    [InlineData("29-NQ/TW", DocumentType.Resolution)]
    [InlineData("11-CT/TW", DocumentType.Directive)]
    [InlineData("49-KL/TW", DocumentType.Conclusion)]
    [InlineData("101/2017/NĐ-CP", DocumentType.Decree)]
    [InlineData("22/2020/TT-BGDĐT", DocumentType.Circular)]
    [InlineData("91/2025/QH15", DocumentType.Law)]
    [InlineData("12/HD-SGDĐT", DocumentType.Guidance)]
    [InlineData("45/BC-UBND", DocumentType.Report)]
    [InlineData("3320/BGDĐT-GDTrX", DocumentType.Letter)]
    [InlineData("2750/BCĐQG-XHHT", DocumentType.Letter)]
    [InlineData("12", DocumentType.Other)]
    [InlineData(null, DocumentType.Other)]
    public void The_symbol_says_the_kind(string? number, DocumentType expected) => Assert.Equal(expected, DocumentNumbers.TypeOf(number));

    [Theory]
    [InlineData("Luật Ngân sách nhà nước", DocumentType.Law)]
    [InlineData("luật", DocumentType.Law)]
    [InlineData("Kế hoạch", DocumentType.Other)]
    [InlineData(null, DocumentType.Other)]
    public void A_law_is_cited_by_its_name(string? name, DocumentType expected) => Assert.Equal(expected, DocumentNumbers.TypeOfName(name));

    [Fact]
    public void Committees_are_written_in_full_or_abbreviated() =>
        Assert.Equal(DocumentNumbers.IssuerKey("UBND tỉnh Quảng Trị"), DocumentNumbers.IssuerKey("Ủy ban nhân  dân Tỉnh Quảng Trị"));

    [Fact]
    public void Blanks_dashes_case_and_composition_never_tell_two_numbers_apart() => Always.Holds(
        from number in Numbers
        from blanks in Gen.Choose(0, 2).ListOf(number.Length + 1)
        from dash in Gen.Elements('-', '–', '—', '‑', '−')
        from form in Gen.Elements(NormalizationForm.FormC, NormalizationForm.FormD)
        from upper in Gen.Elements(true, false)
        from plain in Gen.Elements(true, false)
        select (Number: number, Typed: Typed(number, [.. blanks], dash, form, upper, plain)),
        given => DocumentNumbers.Key(given.Typed) == DocumentNumbers.Key(given.Number),
        cases: 500);

    [Fact]
    public void A_key_is_its_own_key_and_keeps_every_digit() => Always.Holds(
        Numbers,
        number => DocumentNumbers.Key(number) is { } key && DocumentNumbers.Key(key) == key && Digits(key) == Digits(number).TrimStart('0'),
        cases: 500);

    [Fact]
    public void Any_text_has_a_key_or_none_and_breaks_nothing() => Always.Holds(
        Gen.Choose(0, 0xffff).Select(code => (char)code).ListOf().Select(signs => string.Concat(signs)),
        text => DocumentNumbers.Key(text) is not { } key || (DocumentNumbers.Key(key) == key && key.Any(char.IsAsciiDigit)),
        cases: 1000);

    private static Gen<string> Numbers =>
        from number in Gen.Choose(1, 9999)
        from year in Gen.Elements("", "/2017", "/2025")
        from part in Gen.Elements("/QĐ-TTg", "/KH-UBND", "-NQ/TW", "-CT/TU", "/NĐ-CP", "/BGDĐT-GDTrX", "/QĐ-BTTTT", "/KH-SVHTTDL")
        select $"{number}{year}{part}";

    private static string Typed(string number, IReadOnlyList<int> blanks, char dash, NormalizationForm form, bool upper, bool plain)
    {
        var typed = new StringBuilder(new string(' ', blanks[0]));

        foreach (var (i, sign) in number.Index())
        {
            typed.Append(sign == '-' ? dash : sign).Append(new string(' ', blanks[i + 1]));
        }

        var text = upper ? typed.ToString().ToUpperInvariant() : typed.ToString().ToLowerInvariant();

        return plain ? Vietnamese.Fold(text) : text.Normalize(form);
    }

    private static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}
