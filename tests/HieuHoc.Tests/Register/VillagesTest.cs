using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Register;
using HieuHoc.Returns;
using HieuHoc.Testing;
using HieuHoc.Tests.Figures;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Register;

/// <summary>A province with one commune and its officer; the commune of Vĩnh Định lies beside it.</summary>
public abstract class VillagesTest : FiguresTest
{
    protected static readonly DateOnly Spring = new(2026, 3, 1);

    protected const string Decision = "Nghị quyết số 12/NQ-HĐND ngày 20/02/2026 của HĐND xã";

    protected int Province { get; private set; }

    protected int HaiLang { get; private set; }

    protected int VinhDinh { get; private set; }

    protected Actor Officer { get; private set; } = null!;

    protected EnterVillage EnterVillage => new(Db, Clock, Followers);

    protected ImportVillages ImportVillages => new(Db, Clock, Followers);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Province = Given.Place();
        HaiLang = Given.Place("Hải Lăng", under: Province, code: "19681");
        VinhDinh = Given.Place("Vĩnh Định", under: Province, code: "19702");
        Given.Owner(Province);
        Officer = Given.Person(Role.CommuneOfficer, HaiLang);
    }

    protected RearrangeVillages RearrangeVillages => new(Db, Clock, Followers);

    private IReadOnlyList<IFollowPlaces> Followers => [new GrantsFollowPlaces(Db), new ReturnsFollowPlaces(Db, Shelf)];

    /// <summary>A village that is there already.</summary>
    protected int Village(string name, int? under = null) => Given.Place(name, under ?? HaiLang, PlaceLevel.Village);

    /// <summary>A line of a list of villages, of the first commune.</summary>
    protected static VillageLine Line(string name) => new("", "19681", "thôn", name, Spring, null);

    /// <summary>Lines as they stand under the headings of a workbook.</summary>
    protected static IReadOnlyList<VillageLine> Numbered(params VillageLine[] lines) => [.. lines.Select((line, i) => line with { Where = $"C{i + 2}" })];

    /// <summary>Which villages ended, in the order of their numbers; the successions of communes came with the packs.</summary>
    protected Task<List<PlaceSuccession>> SuccessionsAsync() => Stored().PlaceSuccessions
        .Where(row => row.LegalBasis == Decision).OrderBy(row => row.FromId).ThenBy(row => row.ToId).ToListAsync(Ct);

    /// <summary>Eight in the morning of another day.</summary>
    protected void MoveTo(DateOnly day) => Time.MoveTo(new DateTimeOffset(day.ToDateTime(new TimeOnly(8, 0)), TimeSpan.FromHours(7)));

    protected Task<PlaceOnDay?> OnDayAsync(int id, DateOnly day) => Stored().PlaceOnDayAsync(id, day, Ct);

    protected Task<List<int>> ReachersAsync(int id) =>
        Stored().PlaceReaches.Where(reach => reach.PlaceId == id).Select(reach => reach.AncestorId).OrderBy(ancestor => ancestor).ToListAsync(Ct);
}
