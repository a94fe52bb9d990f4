using HieuHoc.Access;
using HieuHoc.Documents;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Documents;

/// <summary>A province with two communes and a department, and the people who keep and read documents there.</summary>
public abstract class DocumentsTest : DatabaseTest
{
    protected int Province { get; private set; }

    protected int HaiLang { get; private set; }

    protected int VinhDinh { get; private set; }

    protected int Department { get; private set; }

    protected Actor Standing { get; private set; } = null!;

    protected Actor Officer { get; private set; } = null!;

    protected Actor Neighbour { get; private set; } = null!;

    /// <summary>Of the department, and of nothing else.</summary>
    protected Actor OfDepartment { get; private set; } = null!;

    protected RegisterDocument Register => new(Db, Clock);

    protected static StatedDocument Decision1373 => new()
    {
        Type = DocumentType.Decision,
        Level = DocumentLevel.Central,
        Number = "1373/QĐ-TTg",
        IssuedOn = new DateOnly(2021, 7, 30),
        Issuer = "Thủ tướng Chính phủ",
        Title = "Phê duyệt Đề án “Xây dựng xã hội học tập giai đoạn 2021-2030”",
    };

    protected static StatedDocument ProvincePlan => new()
    {
        Type = DocumentType.Plan,
        Level = DocumentLevel.Province,
        Number = "5332/KH-UBND",
        IssuedOn = new DateOnly(2019, 11, 18),
        Issuer = "UBND tỉnh Quảng Trị",
        Signer = "Hoàng Nam",
        Title = "Thực hiện Đề án “Truyền thông về xây dựng Xã hội học tập” giai đoạn 2019-2020, tỉnh Quảng Trị",
        PeriodFrom = 2019,
        PeriodTo = 2020,
    };

    protected static StatedDocument CommunePlan => new()
    {
        Type = DocumentType.Plan,
        Level = DocumentLevel.Commune,
        Number = "12/KH-UBND",
        IssuedOn = new DateOnly(2026, 2, 10),
        Issuer = "UBND xã",
        Title = "Xây dựng xã hội học tập năm 2026",
    };

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Province = Given.Place();
        HaiLang = Given.Place("Hải Lăng", under: Province);
        VinhDinh = Given.Place("Vĩnh Định", under: Province);
        Given.Owner(Province);
        Department = Given.Agency(Province, "Sở Văn hóa, Thể thao và Du lịch");
        Standing = Given.Person(Role.StandingAgency, Province);
        Officer = Given.Person(Role.CommuneOfficer, HaiLang);
        Neighbour = Given.Person(Role.CommuneOfficer, VinhDinh);
        OfDepartment = Given.Person(Role.AgencyOfficer, Province) with { AgencyId = Department };
    }

    protected static DocumentId NewId() => new(Guid.CreateVersion7());

    /// <summary>A document that is in the register.</summary>
    protected async Task<DocumentId> RegisteredAsync(StatedDocument stated, Actor? by = null) =>
        (await Register.RunAsync(NewId(), stated, by ?? Standing, Ct)).Value.Id;

    protected Task<OfficialDocument> StoredAsync(DocumentId id) => Stored().OfficialDocuments.SingleAsync(document => document.Id == id, Ct);

    /// <summary>How often the audit tells of a kind of change of a document.</summary>
    protected Task<int> ToldAsync<T>(DocumentId id)
        where T : Change
    {
        var (change, record) = (typeof(T).Name, id.Value.ToString());

        return Stored().AuditEntries.CountAsync(entry => entry.Change == change && entry.Record == record, Ct);
    }
}
