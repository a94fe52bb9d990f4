using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Attachments;
using HieuHoc.Returns;

namespace HieuHoc.Testing;

public sealed partial class Given
{
    /// <summary>The number under which the newest version of a form of the product is loaded.</summary>
    public int FormPack(string code = "learning-models")
    {
        using var db = engine.Open();

        return db.Packs.Where(pack => pack.Kind == "forms" && pack.Code == code).OrderByDescending(pack => pack.Version).First().Id;
    }

    /// <summary>A return that a commune owes, in any state and with any answers; nothing of it has become figures.</summary>
    /// <param name="revision">How often it was changed before.</param>
    /// <param name="form">The number of its form's pack; null is the first of the round.</param>
    public ReturnId Return(
        Round round,
        int subject,
        ReturnState state = ReturnState.Entering,
        IReadOnlyDictionary<string, long>? answers = null,
        int revision = 0,
        int? form = null)
    {
        using var db = engine.Open();
        var asked = form is { } pack ? AskedOf(round, pack) : AskedOf(round);
        var @return = HieuHoc.Returns.Return.Of(asked, subject);
        var entry = db.Add(@return);
        entry.Property(row => row.State).CurrentValue = state;
        entry.Property(row => row.Revision).CurrentValue = revision;
        entry.Property(row => row.ConfirmedVersion).CurrentValue = state is ReturnState.Confirmed ? 1 : null;
        db.Add(new ReturnVersion
        {
            Owner = round.Owner,
            ReturnId = @return.Id,
            Number = 1,
            FormPackId = @return.FormPackId,
            Answers = new Answers(answers ?? new Dictionary<string, long>()).ToJson(),
            SavedAt = new DateTime(2026, 11, 1, 1, 0, 0, DateTimeKind.Utc),
            SavedBy = null,
        });
        db.SaveChanges();

        return @return.Id;
    }

    /// <summary>A paper that lies with a return.</summary>
    public void Paper(ReturnId id, Actor by, Moment now, bool ended = false)
    {
        var paper = new Attachment
        {
            Owner = by.Owner,
            Id = new AttachmentId(Guid.CreateVersion7()),
            Kind = ReturnAttachments.Kind,
            Record = ReturnAttachments.RecordOf(id),
            Sha256 = new string('0', 64),
            Size = 1,
            MediaType = "image/jpeg",
            Name = "van-ban.jpg",
            AddedBy = by.PersonId?.Value,
            AddedAt = now.Instant,
        };

        if (ended)
        {
            paper.End(null, now);
        }

        Add(paper);
    }

    /// <summary>A return that was confirmed: its answers are figures, and in the roll-up of its commune or agency.</summary>
    public ReturnId Confirmed(Round round, int commune, IReadOnlyDictionary<string, long>? answers = null, int? form = null)
    {
        var counted = answers ?? Answers();
        var id = Return(round, commune, ReturnState.Confirmed, counted, form: form);
        using var db = engine.Open();
        var elements = db.Elements.ToDictionary(element => element.Code, element => element.Id);

        db.Add(Source(id.Value, round.Owner));

        foreach (var (code, value) in counted)
        {
            db.Add(Figure(elements[code], commune, value, round.PeriodId, id.Value, round.Owner));
            db.Add(new RollUp
            {
                Owner = round.Owner,
                ElementId = elements[code],
                PeriodId = round.PeriodId,
                SubjectId = commune,
                BreakdownId = Breakdown.WholeId,
                Standing = Standing.Official,
                Sum = value,
                Reported = 1,
            });
        }

        db.SaveChanges();

        return id;
    }

    /// <summary>What was counted in a place in an earlier year, as an import brought it.</summary>
    public void Counted(int place, int year, IReadOnlyDictionary<string, long> figures, short owner = 1)
    {
        var period = Period(year);
        var source = Guid.CreateVersion7();
        using var db = engine.Open();
        var elements = db.Elements.ToDictionary(element => element.Code, element => element.Id);
        db.Add(Source(source, owner));
        db.AddRange(figures.Select(figure => Figure(elements[figure.Key], place, figure.Value, period, source, owner)));
        db.SaveChanges();
    }

    /// <summary>A yearly round as the standing agency asks for it.</summary>
    public static NewRound AskedRound(int year, string form = "learning-models") => new(
        new RoundId(Guid.Parse("01900000-0000-7000-8000-000000000009")),
        PeriodCode.Year(year).Text,
        [form],
        PeriodCode.Year(year),
        new DateOnly(year, 10, 15),
        new DateOnly(year, 11, 25),
        new DateOnly(year, 11, 29));

    /// <summary>One place went into another as a whole.</summary>
    public static PlaceSuccession Succession(int from, int to, DateOnly day) => new()
    {
        FromId = from,
        ToId = to,
        EffectiveOn = day,
        Whole = true,
        IsDefault = true,
        Rule = "whole",
        LegalBasis = "test",
    };

    /// <summary>A place that was merged into another on the first day of the reform.</summary>
    public int Predecessor(int successor, string name = "Hải Thọ") => Ended(name, null, [successor]);

    /// <summary>A place that was split by equal parts on the first day of the reform, the first successor its default one.</summary>
    public int Split(IReadOnlyList<int> successors, string code = "99998", string name = "Hải Sơn") => Ended(name, code, successors);

    private int Ended(string name, string? code, IReadOnlyList<int> successors)
    {
        using var db = engine.Open();
        var id = db.Subjects.Max(subject => subject.Id) + 1;
        var whole = successors.Count == 1;
        var last = Reform.AddDays(-1);
        var from = new DateOnly(2020, 1, 1);
        db.Add(new Subject { Id = id, Kind = SubjectKind.Place });
        db.Add(new Place { Id = id, Level = PlaceLevel.Commune, ValidFrom = from, ValidTo = last });
        db.Add(new PlaceName
        {
            PlaceId = id,
            ValidFrom = from,
            ValidTo = last,
            Name = name,
            FullName = $"Xã {name}",
            Kind = "Xã",
            Folded = Vietnamese.Fold($"Xã {name}"),
        });
        db.AddRange(successors.Select((successor, i) => new PlaceSuccession
        {
            FromId = id,
            ToId = successor,
            EffectiveOn = Reform,
            Whole = whole,
            IsDefault = i == 0,
            Rule = whole ? "whole" : "remainder",
            PartsRule = whole ? PartsRule.Whole : PartsRule.EqualParts,
            LegalBasis = "test",
        }));

        if (code is not null)
        {
            db.Add(new PlaceCode { PlaceId = id, ValidFrom = from, ValidTo = last, Code = code });
        }

        db.AddRange(db.PlaceReaches.Where(reach => successors.Contains(reach.PlaceId)).Select(reach => reach.AncestorId).Distinct().ToList().Append(id)
            .Select(ancestor => new PlaceReach { PlaceId = id, AncestorId = ancestor }));
        db.SaveChanges();

        return id;
    }

    private static Figure Figure(int element, int subject, long value, int period, Guid source, short owner) => new()
    {
        Owner = owner,
        ElementId = element,
        PeriodId = period,
        SubjectId = subject,
        BreakdownId = Breakdown.WholeId,
        SourceId = source,
        SourceVersion = 1,
        Standing = Standing.Official,
        Value = value,
        Stated = false,
        RollUpSubjectId = subject,
    };

    private static FigureSource Source(Guid id, short owner) => new()
    {
        Owner = owner,
        Id = id,
        Version = 1,
        Producer = Producer.Return,
        ConfirmedAt = new DateTime(2026, 11, 2, 1, 0, 0, DateTimeKind.Utc),
        Title = "",
        Reason = "",
        Digest = "",
    };
}
