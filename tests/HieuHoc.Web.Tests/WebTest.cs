using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Web.Tests;

/// <summary>A province with two communes and a person in each role, in a database of its own on the engine of this run, behind a real site.</summary>
public abstract class WebTest : IAsyncLifetime
{
    protected const short Owner = 1;
    protected const int Province = 1;
    protected const int HaiLang = 2;
    protected const int VinhDinh = 3;

    private const string Password = "Sông Thạch Hãn 7";

    // Hashing is slow on purpose; one hash serves everyone here.
    private static readonly string Hash = new PasswordHasher<Person>().HashPassword(null!, Password);

    private TestDatabase? database;

    protected static DemoSignIn Officer { get; } = new("xa.hailang", Password, Role.CommuneOfficer);

    protected static DemoSignIn Leader { get; } = new("ld.hailang", Password, Role.CommuneLeader);

    protected static DemoSignIn Agency { get; } = new("so.gddt", Password, Role.StandingAgency);

    protected static DemoSignIn Administrator { get; } = new("quantri.tinh", Password, Role.Administrator);

    protected TestDatabase Database => database!;

    protected DbEngine Engine => Database.Engine;

    protected HandTime Time { get; } = new(new DateTimeOffset(2026, 11, 21, 3, 0, 0, TimeSpan.Zero));

    protected Site Site { get; private set; } = null!;

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        database = await MakeDatabaseAsync();
        await using var db = Engine.Open();
        AddPlace(db, Province, PlaceLevel.Province, "Tỉnh", "Quảng Trị", "44");
        AddPlace(db, HaiLang, PlaceLevel.Commune, "Xã", "Hải Lăng", "19741");
        AddPlace(db, VinhDinh, PlaceLevel.Commune, "Xã", "Vĩnh Định", "19702");
        await db.SaveChangesAsync(Ct);
        db.Add(new Owner { Id = Owner, PlaceId = Province, Demo = IsDemo });
        AddPerson(db, Officer, "Cán bộ Văn hóa – Xã hội, Xã Hải Lăng", HaiLang);
        AddPerson(db, Leader, "Phó Chủ tịch UBND, Xã Hải Lăng", HaiLang);
        AddPerson(db, Agency, "Chuyên viên Phòng GDTX, Sở GDĐT", Province);
        AddPerson(db, Administrator, "Quản trị viên tỉnh", Province);
        await db.SaveChangesAsync(Ct);
        Site = await StartAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await Site.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>True where the programme's figures are generated.</summary>
    protected virtual bool IsDemo => false;

    /// <summary>What the test begins with.</summary>
    protected virtual Task<TestDatabase> MakeDatabaseAsync() => TestDatabase.MigratedAsync(Ct);

    protected virtual Task<Site> StartAsync() => Site.StartAsync(Engine, Time, Ct);

    protected Task<HttpClient> AsAsync(DemoSignIn person) => Site.AsAsync(person, Ct);

    protected static Task<HttpResponseMessage> GetAsync(HttpClient browser, string address) =>
        browser.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), Ct);

    protected static async Task<PageView> PageAsync(HttpClient browser, string address) =>
        await PageView.OfAsync(await GetAsync(browser, address), Ct);

    /// <summary>Changes rows behind the site's back.</summary>
    protected async Task ChangeAsync(Func<HieuHocDb, Task> change)
    {
        await using var db = Engine.Open();
        await change(db);
        await db.SaveChangesAsync(Ct);
    }

    protected Task ChangePersonAsync(DemoSignIn person, Action<Person> change) =>
        ChangeAsync(async db => change(await db.People.SingleAsync(row => row.UserName == person.UserName, Ct)));

    /// <summary>Withdraws every role after its last day.</summary>
    protected static Task EndRolesAsync(HieuHocDb db, DateOnly lastDay) =>
        db.RoleGrants.ExecuteUpdateAsync(set => set.SetProperty(grant => grant.ValidTo, lastDay), Ct);

    protected static void AddPerson(HieuHocDb db, DemoSignIn person, string displayName, int place)
    {
        var id = new PersonId(Guid.CreateVersion7());
        db.Add(new Person
        {
            Owner = Owner,
            Id = id,
            UserName = person.UserName,
            DisplayName = displayName,
            PasswordHash = Hash,
            SecurityStamp = SecurityStamps.New(),
        });
        db.Add(new RoleGrant { Owner = Owner, PersonId = id, Role = person.Role, PlaceId = place, ValidFrom = new DateOnly(2026, 1, 1) });
    }

    private static void AddPlace(HieuHocDb db, int id, PlaceLevel level, string kind, string name, string code)
    {
        var from = new DateOnly(2025, 7, 1);
        var full = $"{kind} {name}";
        db.Add(new Subject { Id = id, Kind = SubjectKind.Place });
        db.Add(new Place { Id = id, Level = level, ValidFrom = from });
        db.Add(new PlaceName { PlaceId = id, ValidFrom = from, Name = name, FullName = full, Kind = kind, Folded = Vietnamese.Fold(full) });
        db.Add(new PlaceCode { PlaceId = id, ValidFrom = from, Code = code });
        db.Add(new PlaceReach { PlaceId = id, AncestorId = id });

        if (id != Province)
        {
            db.Add(new PlaceReach { PlaceId = id, AncestorId = Province });
        }
    }
}

/// <summary>Time that moves by hand alone.</summary>
public sealed class HandTime(DateTimeOffset now) : TimeProvider
{
    private DateTimeOffset current = now;

    public override DateTimeOffset GetUtcNow() => current;

    public void Move(TimeSpan by) => current += by;
}
