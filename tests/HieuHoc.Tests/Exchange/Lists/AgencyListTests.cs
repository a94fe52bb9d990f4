using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Agencies;
using HieuHoc.Exchange.Lists;
using HieuHoc.Exchange.Lists.Agencies;
using HieuHoc.Platform;
using HieuHoc.Register;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Exchange.Lists;

public sealed class AgencyListTests : ListsTest
{
    /// <summary>In the codes of listed agencies alone.</summary>
    private const string Parting = ":";

    private static readonly object?[] Headings = ["Địa bàn", "Loại", "Tên cơ quan, tổ chức", "Tên viết tắt", "Trực thuộc", "Từ ngày", "Căn cứ"];

    private int province;
    private int commune;

    protected override Actor Officer => new(1, null, Role.StandingAgency, province);

    protected override ListKind Kind { get; } = new AgencyList();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        province = Given.Place("Quảng Trị", code: "44");
        commune = Given.Place("Hải Lăng", under: province, code: "19681");
        Given.Owner(province);
    }

    [Fact]
    public async Task Agencies_are_added_with_what_they_belong_to_and_those_that_are_here_stay()
    {
        var department = Given.Agency(province, "Sở Giáo dục và Đào tạo", code: "test.so-gddt");
        object?[][] rows =
        [
            Headings,
            ["tinh quang tri", "Trường học", "Trường Cao đẳng Sư phạm", "CĐSP", "Sở Giáo dục và Đào tạo", new DateOnly(2026, 9, 1), "QĐ 1"],
            [19681, "truong hoc", "Trường THCS Hải Lăng", null, "test.so-gddt", "5/9/1990", "QĐ 2"],
            ["Hải Lăng", "Phòng, đơn vị thuộc cơ quan", "Tổ Văn phòng", null, "Trường THCS Hải Lăng", null, "Danh sách năm học"],
        ];
        var upload = await UploadedAsync(OfficersFile.Of(rows));

        var held = await HeldAsync(upload);
        var accepted = await AcceptAsync(upload);
        var again = await HeldAsync(OfficersFile.Of(rows));

        Assert.Equal([0, 0, 3, 0], Counts(held));
        Assert.Equal(
            [("Địa bàn", "Tỉnh Quảng Trị"), ("Loại", "Trường học"), ("Trực thuộc", "Sở Giáo dục và Đào tạo"), ("Từ ngày", "01/09/2026")],
            held.Lines[0].Differences(Texts).Select(difference => (difference.What, difference.File)));
        Assert.Equal(new AcceptedList(3, 0), accepted.Value);
        Assert.Equal([0, 0, 0, 3], Counts(again));
        Assert.Equal(new AcceptedList(0, 0), (await AcceptAsync(upload)).Value);

        var stored = await ListedAsync();
        Assert.Equal(["44:truong-cao-dang-su-pham", "19681:truong-thcs-hai-lang", "19681:to-van-phong"], stored.Select(agency => agency.Code));
        Assert.Equal([AgencyLevel.Province, AgencyLevel.Commune, AgencyLevel.Commune], stored.Select(agency => agency.Level));
        Assert.Equal([new DateOnly(2026, 9, 1), new DateOnly(1990, 9, 5), null], stored.Select(agency => agency.ValidFrom));
        Assert.Equal([true, true, false], stored.Select(agency => agency.DaysConfirmed));
        Assert.All(stored, agency => Assert.False(agency.Confirmed));
        Assert.Equal(["QĐ 1", "QĐ 2", "Danh sách năm học"], stored.Select(agency => agency.Source));
        Assert.Equal([department, department, stored[1].Id], await Stored().AgencyParents.Where(parent => parent.AgencyId > department).OrderBy(parent => parent.AgencyId).Select(parent => parent.ParentId).ToListAsync(Ct));
        Assert.Equal([department, stored[1].Id, stored[2].Id], await Stored().AgencyReaches.Where(reach => reach.AgencyId == stored[2].Id).OrderBy(reach => reach.AncestorId).Select(reach => reach.AncestorId).ToListAsync(Ct));
        Assert.Single(await Stored().AuditEntries.Where(entry => entry.Change == nameof(AgenciesImported)).ToListAsync(Ct));
    }

    [Fact]
    public async Task What_was_listed_is_found_and_a_role_is_given_for_it()
    {
        var administrator = Given.Person(Role.Administrator, province);
        await AcceptAsync(await UploadedAsync(OfficersFile.Of(Headings, ["19681", "Hội quần chúng", "Hội Cựu giáo chức Hải Lăng", null, null, null, "QĐ 3"])));

        var found = await Db.SearchAgenciesAsync(Db.AgenciesUnder(commune), "cuu giao chuc", Clock.Now.Day, Ct);
        var person = await new CreatePerson(Db, Clock, _ => "", Keys).RunAsync(
            new NewPerson("hoi.cgc", "Chủ tịch Hội", Role.AgencyOfficer, commune, "Mat-khau-rat-dai-1") { AgencyId = Assert.Single(found).Id }, administrator, Ct);

        Assert.Null(person.Refusal);
        Assert.Equal("Hội Cựu giáo chức Hải Lăng", found[0].Name);
    }

    [Fact]
    public async Task What_is_wrong_is_told_cell_by_cell_and_nothing_of_it_is_written()
    {
        var elsewhere = Given.Place("Khánh Hòa", code: "56");
        Given.Agency(elsewhere, "Sở Nơi khác");
        Given.Place("Quảng Trị", under: province, code: "19333");
        Given.Agency(province, "Báo cũ", to: new DateOnly(2026, 6, 30));
        var paper = Given.Agency(province, "Báo Quảng Trị", AgencyKind.Press);
        Given.Agency(province, "Hội Khuyến học", AgencyKind.StudyPromotion, code: "test.hoi-1");
        Given.Agency(province, "Hội  khuyến HỌC", AgencyKind.StudyPromotion, code: "test.hoi-2");
        Given.Agency(province, "Tạp chí Cửa Việt", AgencyKind.Press, under: paper);

        var held = await HeldAsync(OfficersFile.Of(
            Headings,
            ["56", "Trường học", "Trường A", null, null, null, "QĐ"],
            ["Quảng Trị", "Trường học", "Trường A", null, null, null, "QĐ"],
            ["44", "Bộ, cơ quan trung ương", "Trường A", null, null, null, "QĐ"],
            ["44", "Trường học", "…", null, null, null, "QĐ"],
            ["44", "Trường học", "Trường A", null, null, "hôm qua", "QĐ"],
            ["44", "Trường học", "Trường A", null, null, "01/01/2030", "QĐ"],
            ["44", "Trường học", "Trường A", null, null, null, null],
            ["44", "Văn phòng", "Văn phòng", null, null, null, "QĐ"],
            ["44", "Trường học", "Trường A", null, "Sở Nơi khác", null, "QĐ"],
            ["44", "Trường học", "Trường A", null, "Báo cũ", null, "QĐ"],
            ["44", "Trường học", "Trường A", null, "hội khuyến học", null, "QĐ"],
            ["44", "Cơ quan báo chí", "Báo cũ", null, null, null, "QĐ"],
            ["44", "Trường học", "Báo Quảng Trị", null, null, null, "QĐ"],
            ["44", "Cơ quan báo chí", "Tạp chí Cửa Việt", null, "test.hoi-1", null, "QĐ"],
            ["44", "Trường học", "Trường B", null, null, null, "QĐ"],
            ["44", "Trường học", "TRƯỜNG B", null, null, null, "QĐ"],
            ["44", "Trường học", new string('a', 201), new string('b', 201), null, null, "QĐ"]));

        Assert.Equal(
            [
                ("A2", "place"), ("A3", "places"), ("B4", "kind"), ("C5", "name"), ("F6", "day"), ("F7", "future"), ("G8", "source"), ("E9", "part"),
                ("E10", "parent"), ("E11", "parent"), ("E12", "parents"), ("F13", "ended"), ("B14", "otherKind"), ("E15", "otherParent"), ("C17", "twice"),
                ("C18", "name"), ("D18", "name"),
            ],
            Wrong(held));
        Assert.Equal([16, 0, 1, 0], Counts(held));
        Assert.All(held.Lines.SelectMany(line => line.Mistakes), mistake => Assert.StartsWith("Ô ", Texts.Of(mistake), StringComparison.Ordinal));
        Assert.Empty(await ListedAsync());
    }

    [Fact]
    public async Task Parts_of_two_agencies_may_have_one_name_and_a_new_agency_may_have_that_of_an_ended_one()
    {
        Given.Agency(province, "Sở A");
        var other = Given.Agency(province, "Sở B");
        Given.Agency(province, "Phòng Tổ chức", AgencyKind.Division, under: other);
        Given.Agency(province, "Trung tâm C", AgencyKind.Centre, to: new DateOnly(2026, 6, 30));
        object?[][] rows =
        [
            Headings,
            ["44", "Phòng, đơn vị thuộc cơ quan", "Phòng Tổ chức", null, "Sở A", null, "QĐ"], ["44", "Phòng, đơn vị thuộc cơ quan", "Phòng Tổ chức", null, "Sở B", null, "QĐ"],
            ["44", "Trung tâm, thư viện, bảo tàng", "Trung tâm C", null, null, "01/07/2026", "QĐ"],
        ];
        var upload = await UploadedAsync(OfficersFile.Of(rows));

        Assert.Equal([0, 0, 2, 1], Counts(await HeldAsync(upload)));
        Assert.Equal(2, (await AcceptAsync(upload)).Value.Count);
        Assert.Equal([0, 0, 0, 3], Counts(await HeldAsync(upload)));
    }

    [Fact]
    public async Task Codes_that_would_be_the_same_are_numbered_and_blank_parents_say_nothing()
    {
        var department = Given.Agency(province, "Sở A");
        Given.Agency(province, "Trường X", AgencyKind.School, under: department);
        var held = await UploadedAsync(OfficersFile.Of(
            Headings,
            ["44", "Trường học", "Trường A-B", null, null, null, "QĐ"], ["44", "Trường học", "Trường A B", null, null, null, "QĐ"], ["44", "Trường học", "Trường X", null, null, null, "QĐ"]));

        Assert.Equal([0, 0, 2, 1], Counts(await HeldAsync(held)));
        await AcceptAsync(held);

        Assert.Equal(["44:truong-a-b", "44:truong-a-b-2"], (await ListedAsync()).Select(agency => agency.Code));
    }

    [Fact]
    public async Task An_association_of_a_commune_belongs_to_that_of_the_province_whose_name_it_has()
    {
        var above = Given.Agency(province, "Hội Khuyến học", AgencyKind.StudyPromotion);
        var upload = await UploadedAsync(OfficersFile.Of(Headings, ["19681", "Hội Khuyến học", "Hội Khuyến học", null, "Hội Khuyến học", null, "QĐ"]));

        Assert.Equal(1, (await AcceptAsync(upload)).Value.Count);

        Assert.Equal([0, 0, 0, 1], Counts(await HeldAsync(upload)));
        Assert.Equal(above, (await Stored().AgencyParents.SingleAsync(parent => parent.AgencyId > above, Ct)).ParentId);
    }

    [Fact]
    public async Task An_agency_that_stands_under_a_line_that_took_one_above_for_it_is_told()
    {
        Given.Agency(province, "Hội Khuyến học", AgencyKind.StudyPromotion);

        var held = await HeldAsync(OfficersFile.Of(
            Headings,
            ["19681", "Phòng, đơn vị thuộc cơ quan", "Ban Một", null, "Hội Khuyến học", null, "QĐ"],
            ["19681", "Hội quần chúng", "Hội Khuyến học", null, null, null, "QĐ"],
            ["19681", "Hội quần chúng", "Hội Hai", "Hội khuyến học", null, null, "QĐ"]));

        Assert.Equal([("C3", "late"), ("D4", "late")], Wrong(held));
        Assert.Equal([2, 0, 1, 0], Counts(held));
    }

    [Fact]
    public async Task A_line_that_is_taken_without_that_of_the_agency_above_is_refused()
    {
        var upload = await UploadedAsync(OfficersFile.Of(
            Headings, ["44", "Trường học", "Trường A", null, null, null, "QĐ"], ["44", "Văn phòng", "Văn phòng", null, "Trường A", null, "QĐ"]));

        var refused = await AcceptAsync(upload, rows: 3);

        var faulty = Assert.IsType<AgencyListFaulty>(refused.Refusal);
        Assert.Equal(("E3", "list.agencies.mistake.parent"), (faulty.Mistakes[0].Where, faulty.Mistakes[0].Key));
        Assert.Empty(await ListedAsync());
    }

    [Fact]
    public async Task A_programme_lists_agencies_of_its_own_province_alone()
    {
        var elsewhere = Given.Place("Khánh Hòa", code: "56");
        Given.Owner(elsewhere, 2);
        await AcceptAsync(await UploadedAsync(OfficersFile.Of(Headings, ["44", "Trường học", "Trường A", null, null, null, "QĐ"])));

        Assert.Empty(await Stored().AgenciesUnder(elsewhere).ToListAsync(Ct));
        Assert.Single(await Stored().AgenciesUnder(province).ToListAsync(Ct));
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.AgencyOfficer)]
    [InlineData(Role.Auditor)]
    public async Task Who_keeps_no_agencies_takes_none_over(Role role)
    {
        var actor = Officer with { Role = role };

        Assert.Equal(new ListNotFound(), (await TakeAsync(OfficersFile.Of(Headings, ["44", "Trường học", "A", null, null, null, "QĐ"]), by: actor)).Refusal);
        var work = await Kind.BeginAsync(Kit, new ListRecord(Kind.Name), Officer, Ct);
        Assert.Equal(new AgenciesNotYoursToKeep(), (await work.AcceptAsync(new ListAcceptance(Guid.Empty, null), "", AsyncEnumerable.Empty<ListLine>(), actor, Ct)).Refusal);
    }

    [Fact]
    public async Task The_form_offers_the_kinds_by_the_words_of_the_pages_and_the_administrator_has_it_too()
    {
        var built = await BuildListTemplate.RunAsync("agencies", Officer with { Role = Role.Administrator }, Ct);

        Assert.Equal("mau-agencies.xlsx", built.Value.FileName);
        Assert.Equal(Headings, OfficersFile.Rows(OfficersFile.Written(built.Value.Workbook))[0]);
        Assert.Contains("Trường học", Kind.Columns[1].Choices(Texts, CultureInfo.CurrentUICulture.TwoLetterISOLanguageName));
        Assert.DoesNotContain("Bộ, cơ quan trung ương", Kind.Columns[1].Choices(Texts, "vi"));
    }

    private async Task<IReadOnlyList<Agency>> ListedAsync() => await Stored().Agencies.Where(agency => agency.Code.Contains(Parting)).OrderBy(agency => agency.Id).ToListAsync(Ct);
}
