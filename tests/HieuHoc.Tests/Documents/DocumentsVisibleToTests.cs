using HieuHoc.Access;
using HieuHoc.Access.Attachments;
using HieuHoc.Agencies;
using HieuHoc.Documents;
using HieuHoc.Places;
using HieuHoc.Platform.Attachments;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Documents;

public sealed class DocumentsVisibleToTests : DocumentsTest
{
    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();

        foreach (var (by, name) in new[] { (Standing, "province"), (Officer, "commune"), (Neighbour, "neighbour"), (OfDepartment, "department") })
        {
            await RegisteredAsync(new() { Title = $"{name} draft", State = DocumentState.Draft, Level = DocumentLevel.Province }, by);
            await RegisteredAsync(new() { Title = $"{name} shared", Level = DocumentLevel.Department }, by);
            await RegisteredAsync(new() { Title = $"{name} own", Level = DocumentLevel.Commune }, by);
        }
    }

    private static readonly string[] Shared = ["province shared", "commune shared", "neighbour shared", "department shared"];

    [Fact]
    public async Task A_commune_sees_what_is_issued_above_and_its_own() =>
        await SeesAsync(Officer, [.. Shared, "commune draft", "commune own"]);

    [Fact]
    public async Task The_province_sees_what_its_communes_issued_and_its_own_drafts() =>
        await SeesAsync(Standing, [.. Shared, "province draft", "province own", "department own", "commune own", "neighbour own"]);

    [Fact]
    public async Task Who_stays_in_an_agency_sees_its_drafts_and_nothing_of_communes()
    {
        await SeesAsync(OfDepartment, [.. Shared, "province own", "department own", "department draft"]);
        var division = Given.Agency(Province, "Phòng Quản lý văn hóa", AgencyKind.Division, under: Department);
        await SeesAsync(OfDepartment with { AgencyId = division }, [.. Shared, "province own", "department own"]);
        await SeesAsync(OfDepartment with { AgencyId = Given.Agency(Province) }, [.. Shared, "province own", "department own"]);
    }

    [Theory]
    [InlineData(Role.Leader)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Clerk)]
    [InlineData(Role.AssociationOfficer)]
    public async Task Readers_of_the_province_see_what_the_province_sees(Role role) =>
        await SeesAsync(Given.Person(role, Province), [.. Shared, "province draft", "province own", "department own", "commune own", "neighbour own"]);

    [Fact]
    public async Task Heads_of_villages_and_administrators_see_none()
    {
        var village = Given.Place("Mẫu (minh họa)", under: HaiLang, level: PlaceLevel.Village);

        await SeesAsync(Given.Person(Role.VillageOfficer, village), []);
        await SeesAsync(Given.Person(Role.Administrator, Province), []);
    }

    [Fact]
    public async Task Another_programme_sees_none()
    {
        var other = Given.Place("Huế");
        Given.Owner(other, id: 2);

        await SeesAsync(Given.Person(Role.StandingAgency, other, owner: 2), []);
    }

    [Fact]
    public async Task A_number_is_found_by_whoever_sees_it_with_the_day_that_is_known()
    {
        var dated = await RegisteredAsync(Decision1373);
        var undated = await RegisteredAsync(Decision1373 with { IssuedOn = null });
        await RegisteredAsync(Decision1373 with { IssuedOn = new DateOnly(2020, 7, 30) });

        Assert.Equal([dated, undated], await Stored().DocumentsOfNumber(Officer, "1373/qd-ttg", Decision1373.IssuedOn).Select(document => document.Id).ToListAsync(Ct));
        Assert.Equal(3, await Stored().DocumentsOfNumber(Officer, "1373/QĐ-TTg", null).CountAsync(Ct));
        Assert.Equal(0, await Stored().DocumentsOfNumber(Officer, "/QĐ-TTg", null).CountAsync(Ct));
        Assert.Equal(0, await Stored().DocumentsOfNumber(Given.Person(Role.Administrator, Province), "1373/QĐ-TTg", null).CountAsync(Ct));
    }

    [Fact]
    public async Task Its_files_are_seen_with_it_and_changed_by_its_keeper()
    {
        var (plan, kind) = (await RegisteredAsync(CommunePlan, Officer), new DocumentFiles());
        var (record, file) = (DocumentFiles.RecordOf(plan), new AttachmentId(Guid.CreateVersion7()));
        await using var db = Engine.Open();
        db.Add(new Attachment
        {
            Owner = 1, Id = file, Kind = DocumentFiles.Kind, Record = record, Sha256 = "", Size = 1, MediaType = "application/pdf", Name = "ke-hoach.pdf", AddedBy = null, AddedAt = Clock.Now.Instant,
        });
        await db.SaveChangesAsync(Ct);

        foreach (var (actor, sees, keeps) in new[] { (Officer, 1, true), (Standing, 1, false), (Neighbour, 0, false) })
        {
            Assert.Equal(sees, await kind.Visible(Stored(), record, actor).CountAsync(Ct));
            Assert.Equal(keeps, await kind.MayAddAsync(Stored(), record, actor, Ct));
            Assert.Equal(keeps ? [file] : [], await kind.EndableAsync(Stored(), record, actor, Ct));
        }

        Assert.Equal(DocumentFiles.Kind, new AttachmentKinds([kind])[kind.Name].Name);
    }

    private async Task SeesAsync(Actor actor, string[] expected) => Assert.Equal(
        expected.Order(StringComparer.Ordinal),
        (await Stored().DocumentsVisibleTo(actor).Select(document => document.Title).ToListAsync(Ct)).Order(StringComparer.Ordinal));
}
