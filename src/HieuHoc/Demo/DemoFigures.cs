using HieuHoc.Returns;

namespace HieuHoc.Demo;

/// <summary>
/// Believable figures: the same commune counts the same whenever the demonstration is made, and a little more every year. Shares
/// follow what old Quảng Trị reported about 2020 and 2022 (families 74–83 %, clans 68–75 %, villages 80–88 % in 2026), learning
/// citizens stay far below 60 %. Nothing reaches 100 % but levels of schooling.
/// </summary>
internal sealed class DemoFigures
{
    private const double PeopleInAHousehold = 3.62;

    private static readonly IReadOnlyList<string> OfCitizens = ["citizen.adults", "citizen.self-assessed", "citizen.recognised"];

    private static readonly IReadOnlyList<(string Kind, double Share)> KindsOfUnits =
        [("school", 0.6), ("office", 0.4), ("enterprise", 0.15), ("armed-forces", 0.1), ("other-unit", 0.1)];

    private static readonly IReadOnlyList<(string Title, string Asked)> Titled =
    [
        ("family.recognised", "family.registered"), ("clan.recognised", "clan.registered"), ("village.recognised", "village.registered"),
        ("unit.recognised", "unit.registered"), ("citizen.recognised", "citizen.self-assessed"),
    ];

    private readonly DemoCommune commune;
    private readonly int yearsBefore;
    private readonly Random random;
    private readonly Dictionary<string, long> answers = [];

    private DemoFigures(DemoCommune commune, int year)
    {
        this.commune = commune;
        yearsBefore = StoryTime.Year - year;
        // The same draws in every year: what differs between years is the years' alone.
        random = new Random(commune.Seed);
    }

    /// <summary>The learning titles of a commune in a year: element code → number as an officer would type it.</summary>
    public static IReadOnlyDictionary<string, long> Titles(DemoCommune commune, int year) => new DemoFigures(commune, year).WithTitles().answers;

    /// <summary>All that the yearly form asks of a commune; of the story's year the estimates too.</summary>
    public static IReadOnlyDictionary<string, long> Whole(DemoCommune commune, int year) => new DemoFigures(commune, year)
        .WithTitles().WithLevels().WithCentres().WithPeople().WithInstitutions().WithAssociation().WithBreakdowns().WithEstimates().WithKindsOfUnits().answers;

    private long People => (long)(commune.Households * PeopleInAHousehold);

    private DemoFigures WithTitles()
    {
        Model("family", commune.Households, registered: (0.83, 0.91), recognised: (0.74, 0.83));
        Model("clan", commune.Households / Between(95, 140), registered: (0.77, 0.84), recognised: (0.68, 0.75));
        Model("village", Math.Max(1, commune.Households / Between(230, 300)), registered: (0.90, 0.95), recognised: (0.80, 0.88));
        Model("unit", Math.Max(2, commune.Households / Between(240, 330)), registered: (0.92, 0.97), recognised: (0.84, 0.91));
        var adults = (long)(People * 0.66);
        var recognised = Part(adults, (0.18, 0.38), Math.Pow(0.74, yearsBefore));
        Say("citizen.adults", adults);
        Say("citizen.self-assessed", Math.Min(adults, (long)(recognised * (1.15 + (0.35 * random.NextDouble())))));
        Say("citizen.recognised", recognised);

        return this;
    }

    private void Model(string model, long total, (double Low, double High) registered, (double Low, double High) recognised)
    {
        var slowly = (commune.IsHighland ? 0.97 : 1) * (1 - (0.015 * yearsBefore));
        Say($"{model}.total", total);
        Say($"{model}.registered", Part(total, registered));
        Say($"{model}.recognised", Math.Min(answers[$"{model}.registered"], Part(total, recognised, slowly)));
    }

    private DemoFigures WithLevels()
    {
        var community = Chance(0.72) ? Between(1, 2) : 0;
        Say("community.self-assessed-level", Math.Min(2, community + (Chance(0.3) ? 1 : 0)));
        // A draw of its own: one more in some years would change all that follow.
        Say("community.level", Math.Max(0, community - (yearsBefore > 0 && new Random(commune.Seed).NextDouble() < 0.5 ? 1 : 0)));
        Say("pcgd.kindergarten", 1);
        Say("pcgd.primary.level", commune.IsHighland ? 2 : 3);
        Say("pcgd.lower-secondary.level", commune.IsHighland ? Between(1, 2) : Between(2, 3));
        Say("xmc.level", commune.IsHighland ? 1 : 2);

        return this;
    }

    private DemoFigures WithCentres()
    {
        var total = commune.Households < 1_000 ? 1 : Between(1, 4);
        Say("centre.total", total);
        Say("centre.own-premises", Between(0, total));
        Say("centre.internet", Between((total + 1) / 2, total));
        Say("centre.it-managed", Enumerable.Range(0, total).Count(_ => Chance(0.55 - (0.08 * yearsBefore))));
        var staff = total * Between(3, 6);
        Say("centre.staff", staff);
        Say("centre.seconded-teachers", Math.Min(staff, Between(0, total)));
        var classes = (long)(total * Between(12, 38) * (1 - (0.08 * yearsBefore)));
        Say("centre.classes", classes);
        Say("centre.learners", classes * Between(24, 55));
        Say("centre.budget", total * Between(25, 60));
        Say("centre.other-funds", total * Between(3, 20));
        var good = Between(0, total);
        var fair = Between(0, total - good);
        Say("centre.rated-good", good);
        Say("centre.rated-fair", fair);
        Say("centre.rated-average", total - good - fair);

        return this;
    }

    private DemoFigures WithPeople()
    {
        var aged15 = (long)(People * 0.765);
        var workingAge = (long)(People * 0.585);
        var growth = 1 - (0.05 * yearsBefore);
        var trained = Part(aged15, commune.IsHighland ? (0.12, 0.18) : (0.24, 0.33), growth);
        Say("people.working-age", workingAge);
        Say("people.information-competence", Part(workingAge, (0.46, 0.66), growth));
        Say("people.life-skills", Part(workingAge, (0.44, 0.62), growth));
        Say("people.aged-15", aged15);
        Say("people.trained", trained);
        Say("people.degree", Math.Min(trained, Part(aged15, commune.IsHighland ? (0.03, 0.06) : (0.09, 0.16), growth)));

        return this;
    }

    private DemoFigures WithInstitutions()
    {
        Institutions("general", commune.Households < 1_000 ? 1 : Between(5, 14));
        Institutions("continuing", Chance(0.15) ? 1 : 0);
        Institutions("vocational", Chance(0.10) ? 1 : 0);
        Institutions("other", Between(0, 2));

        return this;
    }

    private void Institutions(string kind, int total)
    {
        Say($"institution.{kind}.total", total);
        Say($"institution.{kind}.digital", Part(total, (0.45, 0.80), 1 - (0.1 * yearsBefore)));
    }

    private DemoFigures WithAssociation()
    {
        var branches = answers["village.total"] + Between(2, 7);
        Say("association.branches", branches);
        Say("association.boards", answers["clan.recognised"] + Between(1, 5));
        Say("association.members", Part(People, (0.27, 0.37), 1 - (0.02 * yearsBefore)));
        Say("people.total", People);

        return this;
    }

    /// <summary>Who the learning citizens are: asked since this year.</summary>
    private DemoFigures WithBreakdowns()
    {
        if (yearsBefore > 0)
        {
            return this;
        }

        var women = 0.49 + (0.03 * random.NextDouble());
        var minority = commune.IsHighland ? 0.70 + (0.20 * random.NextDouble()) : 0.02 * random.NextDouble();

        foreach (var code in OfCitizens)
        {
            Say($"{code}.women", (long)(answers[code] * women));
            Say($"{code}.ethnic-minority", (long)(answers[code] * minority));
        }

        return this;
    }

    /// <summary>Which kinds of units hold the title at which level: asked since this year. A few of those that are recognised hold it by the circular.</summary>
    private DemoFigures WithKindsOfUnits()
    {
        if (yearsBefore > 0)
        {
            return this;
        }

        var left = answers["unit.recognised"];

        foreach (var (kind, share) in KindsOfUnits)
        {
            var holding = Math.Min(left, (long)(answers["unit.recognised"] * share * random.NextDouble()));
            var second = (long)(holding * 0.4 * random.NextDouble());
            Say($"unit.level1.{kind}", holding - second);
            Say($"unit.level2.{kind}", second);
            left -= holding;
        }

        return this;
    }

    /// <summary>A few more will hold the titles when the year is over: of those who registered and have none yet, some.</summary>
    private DemoFigures WithEstimates()
    {
        if (yearsBefore > 0)
        {
            return this;
        }

        foreach (var (title, asked) in Titled)
        {
            var recognised = answers[title];
            Say(EstimatedCell.NameOf(title), recognised + (long)((answers[asked] - recognised) * (0.15 + (0.35 * random.NextDouble()))));
        }

        return this;
    }

    private void Say(string element, long value) => answers[element] = value;

    private int Between(int low, int high) => random.Next(low, high + 1);

    private bool Chance(double share) => random.NextDouble() < share;

    // Never all of them: of one village, rounding would make a hundred per cent.
    private long Part(long total, (double Low, double High) share, double of = 1) =>
        Math.Clamp((long)Math.Round(total * of * (share.Low + ((share.High - share.Low) * random.NextDouble()))), 0, Math.Max(0, total - 1));
}
