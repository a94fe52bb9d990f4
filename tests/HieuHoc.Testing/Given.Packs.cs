using System.Text.Json;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Platform.Packs;
using HieuHoc.Programmes;
using HieuHoc.Returns;

namespace HieuHoc.Testing;

public sealed partial class Given
{
    /// <summary>The plan of Quảng Trị as the product has it, for another province and changed as the test wants.</summary>
    /// <param name="version">The version of the plan that the product has.</param>
    public ProgrammePack Programme(string province, Func<ProgrammePack, ProgrammePack>? change = null, string version = "2021.1")
    {
        var text = File.ReadAllText(RepositoryFolder.Under("packs", "programmes", "quang-tri-2021-2030", $"{version}.json"));
        var plan = JsonSerializer.Deserialize<ProgrammePack>(text, Json.Readable)! with { Id = $"plan-{province}", Version = "1", Province = province };
        var changed = change?.Invoke(plan) ?? plan;
        Pack(changed);

        return changed;
    }

    /// <summary>A pack, stored as loading would store it, with the elements that it brings; returns its number.</summary>
    public int Pack(PackDocument document)
    {
        using var db = engine.Open();
        var id = db.Packs.Max(pack => (int?)pack.Id).GetValueOrDefault() + 1;
        db.Add(new Pack
        {
            Id = id,
            Kind = PackKinds.All().Single(kind => kind.DocumentType == document.GetType()).Folder,
            Code = document.Id,
            Version = document.Version,
            ValidFrom = document.ValidFrom,
            ValidTo = document.ValidTo,
            Confirmed = document.Confirmed,
            Example = document.Example,
            Extends = document.Extends,
            Sha256 = $"{document.Id}/{document.Version}",
            LoadedAt = new DateTime(2025, 7, 1, 0, 0, 0, DateTimeKind.Utc),
            Content = JsonSerializer.Serialize(document, document.GetType(), Json.Readable),
        });

        if (document is ElementsPack elements)
        {
            var next = db.Elements.Max(element => (int?)element.Id).GetValueOrDefault() + 1;
            var known = db.Elements.Select(element => element.Code).ToHashSet();
            db.AddRange(elements.Elements.Where(element => !known.Contains(element.Code))
                .Select(element => new Element { Id = next++, Code = element.Code, Decimals = element.Decimals }));
            var part = db.Breakdowns.Max(breakdown => breakdown.Id) + 1;
            var parts = db.Breakdowns.Select(breakdown => breakdown.Code).ToHashSet();
            db.AddRange(elements.Breakdowns.Where(breakdown => !parts.Contains(breakdown.Code)).Select(breakdown => new Breakdown { Id = part++, Code = breakdown.Code }));
        }

        db.SaveChanges();

        return id;
    }

    /// <summary>A pack of elements that are counted at communes and typed into returns.</summary>
    public static ElementsPack Elements(params IReadOnlyList<string> codes) => new()
    {
        Id = "elements",
        Version = "1",
        Title = Words("Số liệu"),
        LegalBasis = [],
        ValidFrom = Reform,
        Confirmed = true,
        Elements = [.. codes.Select(code => Element(code))],
    };

    /// <summary>One thing that can be counted.</summary>
    public static ElementDefinition Element(
        string code, int decimals = 0, SubjectLevel leafLevel = SubjectLevel.Commune, Producer producer = Producer.Return, OverSubjects overSubjects = OverSubjects.Sum) => new()
    {
        Code = code,
        Title = Words(code),
        Unit = Words("người"),
        Decimals = decimals,
        OverSubjects = overSubjects,
        OverTime = OverTime.Last,
        LeafLevel = leafLevel,
        Producer = producer,
    };

    /// <summary>A percentage of two elements, or of two formulas.</summary>
    public static IndicatorDefinition Indicator(
        string code = "rain-share", string numerator = "rain.counted", string denominator = "rain.total", Direction direction = Direction.Up) => new()
    {
        Code = code,
        Title = Words(code),
        Definition = Words(code),
        Kind = IndicatorKind.Percent,
        Numerator = numerator,
        Denominator = denominator,
        NumeratorTitle = Words("tử số"),
        DenominatorTitle = Words("mẫu số"),
        Decimals = 1,
        Direction = direction,
        Citation = "test",
    };

    /// <summary>A pack of indicators.</summary>
    public static IndicatorsPack Indicators(params IReadOnlyList<IndicatorDefinition> indicators) => new()
    {
        Id = "indicators",
        Version = "1",
        Title = Words("Chỉ số"),
        LegalBasis = [],
        ValidFrom = Reform,
        Confirmed = true,
        Indicators = indicators,
    };

    /// <summary>A form of one row that asks these elements of communes.</summary>
    public static FormsPack Form(params IReadOnlyList<string?> cells) => new()
    {
        Id = "form",
        Version = "1",
        Title = Words("Biểu mẫu"),
        LegalBasis = [],
        ValidFrom = Reform,
        Confirmed = true,
        Level = SubjectLevel.Commune,
        Steps = [.. Enum.GetValues<ReturnStep>().Where(step => step is not (ReturnStep.Receive or ReturnStep.OnBehalf or ReturnStep.TakeOver))],
        Sections =
        [
            new FormSection
            {
                Code = "section",
                Title = Words("Phần"),
                Columns = [.. cells.Select((_, i) => Words($"Cột {i + 1}"))],
                Rows = [new FormRow { Title = Words("Dòng"), Cells = cells }],
            },
        ],
        Checks = [],
    };

    /// <summary>A form that asks these elements of villages, whose communes confirm, and type for those that have paper alone.</summary>
    public static FormsPack VillageForm(params IReadOnlyList<string?> cells) => Form(cells) with
    {
        Level = SubjectLevel.Village,
        Steps = [ReturnStep.Send, ReturnStep.Recall, ReturnStep.OnBehalf, ReturnStep.AskToMend, ReturnStep.Confirm, ReturnStep.Correct],
    };

    /// <summary>A form that asks these elements of the agencies named.</summary>
    public static FormsPack AgencyForm(IReadOnlyList<string> agencies, params IReadOnlyList<string?> cells) => Form(cells) with
    {
        Id = "agency-form",
        Level = SubjectLevel.Agency,
        Agencies = agencies,
    };

    /// <summary>The list of places once more, as a further version that says the same.</summary>
    public async Task PlacesAgainAsync(CancellationToken ct)
    {
        var kind = new PlacesPackKind();
        var file = PackFile.Find(RepositoryFolder.Packs).Single(file => file.Kind == kind.Folder);
        var pack = kind.Parse(file.ReadText());
        _ = kind.Check(pack, file, new PackShelf([kind]));
        await using var db = engine.Open();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await kind.ApplyAsync(db, pack, file, new Moment(DateTime.UnixEpoch, Reform), ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>The same words in both languages.</summary>
    public static LocalText Words(string text) => new(text, text);
}
