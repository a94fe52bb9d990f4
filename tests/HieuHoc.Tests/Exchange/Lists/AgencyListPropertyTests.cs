using FsCheck;
using FsCheck.Fluent;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Exchange.Lists;
using HieuHoc.Exchange.Lists.Agencies;
using HieuHoc.Testing;
using HieuHoc.Tests.Figures;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Exchange.Lists;

/// <summary>Lists in which names, kinds, parents and days meet in whatever way.</summary>
public sealed class AgencyListPropertyTests : ListsTest
{
    /// <summary>In the codes of listed agencies alone.</summary>
    private const string Parting = ":";

    private static readonly object?[] Headings = ["Địa bàn", "Loại", "Tên cơ quan, tổ chức", "Tên viết tắt", "Trực thuộc", "Từ ngày", "Căn cứ"];

    private static int Cases => TestEngines.Name == "sqlite" ? 25 : 5;

    private int cases;
    private int province;

    protected override Actor Officer => new(1, null, Role.StandingAgency, province);

    protected override ListKind Kind { get; } = new AgencyList();

    /// <summary>What is here already is named too, and a name has several spellings.</summary>
    private static Gen<List<Line>> Lists =>
        from lines in (
            from inCommune in Gen.Elements(true, false)
            from kind in Gen.Elements("Trường học", "Trường học", "Hội quần chúng", "Phòng, đơn vị thuộc cơ quan", "Phòng, đơn vị thuộc cơ quan", "Văn phòng", "Loại khác")
            from name in Gen.Elements("Trường A", "TRUONG  a", "Trường A-B", "Trường A B", "Hội C", "Sở D", "Phòng E", "Văn phòng", "Báo cũ", "Sở Có sẵn", "…")
            from shortName in Gen.Elements(null, null, null, "A", "Trường A", "SD", "hoi c")
            from parent in Gen.Elements(null, null, "Sở Có sẵn", "Sở D", "sd", "Trường A", "A", "Báo cũ")
            from day in Gen.Elements(null, null, "01/01/1990", "01/07/2026", "01/01/2030")
            select new Line(inCommune, kind, name, shortName, parent, day)).ListOf(14)
        select lines.ToList();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Given.Owner(Given.Place("Quảng Trị", code: "44"));
    }

    [Fact]
    public async Task Of_any_list_what_was_taken_is_there_and_the_same_list_again_adds_nothing()
    {
        await Task.Run(() => Always.Holds(Lists, lines => HoldsAsync(lines).GetAwaiter().GetResult(), Cases), Ct);

        Assert.True(await Stored().Agencies.CountAsync(agency => agency.Code.Contains(Parting), Ct) > cases);
    }

    /// <summary>Each case has a province of its own. A short name that a later line gave once more is told when a line above it is read again.</summary>
    private async Task<bool> HoldsAsync(List<Line> lines)
    {
        cases++;
        province = Given.Place("Tỉnh mẫu", code: $"P{cases}");
        Given.Place("Xã mẫu", under: province, code: $"X{cases}");
        Given.Agency(province, "Báo cũ", to: new DateOnly(2026, 6, 30));
        Given.Agency(province, "Phòng E", AgencyKind.Division, under: Given.Agency(province, "Sở Có sẵn"));

        object?[][] right = await RightAsync([.. lines.Select(line => line.Cells(cases))]);
        var held = await HeldAsync(OfficersFile.Of([Headings, .. right]));
        var added = held.Counts[ListLineState.New];
        var accepted = await AcceptAsync(held.File.Id);
        var again = await HeldAsync(OfficersFile.Of([Headings, .. right]));
        var nothing = await AcceptAsync(again.File.Id);

        return held.Counts[ListLineState.Wrong] == 0
            && accepted.Value.Count == added
            && again.Counts[ListLineState.New] == 0
            && Wrong(again).All(wrong => wrong.What == "parents")
            && nothing.Value.Count == 0
            && await Stored().AgenciesUnder(province).CountAsync(Ct) == 3 + added;
    }

    /// <summary>The rows that are not wrong: to what the others say the list itself may be the answer, when it is taken.</summary>
    private async Task<object?[][]> RightAsync(object?[][] rows)
    {
        var wrong = await HeldAsync(await UploadedAsync(OfficersFile.Of([Headings, .. rows])), ListLineState.Wrong);

        return [.. rows.Where((_, i) => wrong.Lines.All(line => line.Row != i + 2))];
    }

    private sealed record Line(bool InCommune, string Kind, string Name, string? ShortName, string? Parent, string? Day)
    {
        public object?[] Cells(int number) => [$"{(InCommune ? 'X' : 'P')}{number}", Kind, Name, ShortName, Parent, Day, "QĐ"];
    }
}
