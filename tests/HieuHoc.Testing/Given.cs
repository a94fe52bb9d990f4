using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Returns;

namespace HieuHoc.Testing;

/// <summary>
/// What a test begins with, told as a story: it names what matters, the rest has a sensible value.
/// Writes rows through the model and never calls the code under test.
/// </summary>
public sealed partial class Given(DbEngine engine)
{
    private int people;

    /// <summary>The first day of the hierarchy of two levels.</summary>
    public static DateOnly Reform { get; } = new(2025, 7, 1);

    /// <summary>The programme of a province.</summary>
    public Owner Owner(int placeId, short id = 1, bool demo = false) =>
        Add(new Owner { Id = id, PlaceId = placeId, Demo = demo });

    /// <summary>A person with an account and one role, who answers for a place and all under it.</summary>
    public Actor Person(Role role, int placeId, short owner = 1, string? userName = null)
    {
        var person = new Person
        {
            Owner = owner,
            Id = new PersonId(Guid.CreateVersion7()),
            UserName = userName ?? $"person{++people}",
            DisplayName = userName ?? $"{role} {people}",
            SecurityStamp = "1",
        };
        var grant = new RoleGrant { Owner = owner, PersonId = person.Id, Role = role, PlaceId = placeId, ValidFrom = Reform };
        Add(person, grant);

        return new Actor(owner, person.Id, role, placeId);
    }

    /// <summary>A place that still exists, with everything that makes it one; returns its number.</summary>
    /// <param name="under">The place that it belongs to; without one it is a province.</param>
    public int Place(string name = "Quảng Trị", int? under = null, PlaceLevel? level = null, string? code = null, DateOnly? from = null)
    {
        using var db = engine.Open();
        var id = db.Subjects.Max(subject => (int?)subject.Id).GetValueOrDefault() + 1;
        var of = level ?? (under is null ? PlaceLevel.Province : Below(db.Places.Single(place => place.Id == under).Level));
        var day = from ?? Reform;
        var kind = KindOf(of);
        db.Add(new Subject { Id = id, Kind = SubjectKind.Place });
        db.Add(new Place { Id = id, Level = of, ValidFrom = day });
        db.Add(new PlaceName
        {
            PlaceId = id,
            ValidFrom = day,
            Name = name,
            FullName = $"{kind} {name}",
            Kind = kind,
            Folded = Vietnamese.Fold($"{kind} {name}"),
        });
        db.Add(new PlaceCode { PlaceId = id, ValidFrom = day, Code = code ?? $"T{id}" });
        db.Add(new PlaceReach { PlaceId = id, AncestorId = id });

        if (under is { } parent)
        {
            db.Add(new PlaceParent { PlaceId = id, ValidFrom = day, ParentId = parent });
            db.AddRange(db.PlaceReaches.Where(reach => reach.PlaceId == parent).Select(reach => reach.AncestorId).ToList()
                .Select(ancestor => new PlaceReach { PlaceId = id, AncestorId = ancestor }));
        }

        db.SaveChanges();

        return id;
    }

    /// <summary>A year; returns its number.</summary>
    public int Period(int year = 2026)
    {
        using var db = engine.Open();
        var code = $"{year}";

        return db.Periods.SingleOrDefault(period => period.Code == code)?.Id ?? Add(new Period
        {
            Id = db.Periods.Max(period => (int?)period.Id).GetValueOrDefault() + 1,
            Code = code,
            Kind = PeriodKind.Year,
            FirstDay = new DateOnly(year, 1, 1),
            LastDay = new DateOnly(year, 12, 31),
        }).Id;
    }

    /// <summary>A pack as it stands in the database; returns its number. Its text is not read by the rows that name it.</summary>
    public int Pack(string kind = "forms", string code = "test", string version = "1", string content = "{}")
    {
        using var db = engine.Open();

        return Add(new Pack
        {
            Id = db.Packs.Max(pack => (int?)pack.Id).GetValueOrDefault() + 1,
            Kind = kind,
            Code = code,
            Version = version,
            ValidFrom = Reform,
            ValidTo = null,
            Confirmed = true,
            Example = false,
            Sha256 = "",
            LoadedAt = new DateTime(2025, 7, 1, 0, 0, 0, DateTimeKind.Utc),
            Content = content,
        }).Id;
    }

    /// <summary>The round of 2026, of one form: figures of 31 October, due on 29 November.</summary>
    public Round Round(string code = "2026", int? formPackId = null, short owner = 1, string? programme = null, int? outlinePackId = null, DateOnly? dueOn = null)
    {
        var round = new Round
        {
            Owner = owner,
            Id = new RoundId(Guid.CreateVersion7()),
            Code = code,
            Title = $"Báo cáo {code}",
            PeriodId = Period(),
            Programme = programme,
            OutlinePackId = outlinePackId,
            OpensOn = new DateOnly(2026, 10, 1),
            CutOffOn = new DateOnly(2026, 10, 31),
            DueOn = dueOn ?? new DateOnly(2026, 11, 29),
        };

        return Add(round, new RoundForm { Owner = owner, RoundId = round.Id, FormPackId = formPackId ?? Pack(), DueOn = round.DueOn });
    }

    /// <summary>A further form that a round asks.</summary>
    public void AlsoAsks(Round round, int formPackId) => Add(new RoundForm { Owner = round.Owner, RoundId = round.Id, FormPackId = formPackId, DueOn = round.DueOn });

    /// <summary>One of a round's forms, with its day.</summary>
    public RoundForm AskedOf(Round round, int formPackId)
    {
        using var db = engine.Open();

        return db.RoundForms.Single(form => form.Owner == round.Owner && form.RoundId == round.Id && form.FormPackId == formPackId);
    }

    /// <summary>The number under which the form is loaded that a round asks of places, or the first of its forms.</summary>
    public int FormOf(Round round) => AskedOf(round).FormPackId;

    /// <summary>The form that a round asks of places, or the first of its forms, with its day.</summary>
    public RoundForm AskedOf(Round round)
    {
        using var db = engine.Open();
        var ofPlaces = db.Returns.Where(@return => @return.Owner == round.Owner && @return.RoundId == round.Id)
            .Join(db.Places, @return => @return.SubjectId, place => place.Id, (@return, _) => @return)
            .Select(@return => (int?)@return.FormPackId)
            .FirstOrDefault();

        return db.RoundForms.Where(form => form.Owner == round.Owner && form.RoundId == round.Id)
            .OrderByDescending(form => form.FormPackId == ofPlaces).ThenBy(form => form.FormPackId).First();
    }

    private T Add<T>(T row, params object[] more)
        where T : class
    {
        using var db = engine.Open();
        db.AddRange([row, .. more]);
        db.SaveChanges();

        return row;
    }

    private static PlaceLevel Below(PlaceLevel level) => level switch
    {
        PlaceLevel.Country => PlaceLevel.Province,
        PlaceLevel.Province => PlaceLevel.Commune,
        PlaceLevel.District => PlaceLevel.Commune,
        PlaceLevel.Commune => PlaceLevel.Village,
        PlaceLevel.Village => throw new ArgumentException("There is nothing below a village."),
    };

    private static string KindOf(PlaceLevel level) => level switch
    {
        PlaceLevel.Country => "nước",
        PlaceLevel.Province => "Tỉnh",
        PlaceLevel.District => "Huyện",
        PlaceLevel.Commune => "Xã",
        PlaceLevel.Village => "Thôn",
    };
}
