using HieuHoc.Returns;

namespace HieuHoc.Demo;

/// <summary>Believable figures of an agency's short form: drawn from its code, between what is little and what is much.</summary>
internal static class AgencyFigures
{
    private static readonly (int Low, int High) Otherwise = (4, 40);

    /// <summary>What is far from a handful: people, visits, money in millions.</summary>
    private static readonly IReadOnlyDictionary<string, (int Low, int High)> Sizes = new Dictionary<string, (int Low, int High)>
    {
        ["agency.documents"] = (2, 9),
        ["agency.meetings"] = (1, 6),
        ["agency.participants"] = (60, 640),
        ["agency.articles"] = (6, 70),
        ["agency.budget"] = (40, 420),
        ["agency.mobilised"] = (5, 140),
        ["vocational.rural"] = (6_200, 8_400),
        ["vocational.disabled"] = (90, 180),
        ["vocational.ethnic-minority"] = (1_100, 1_900),
        ["vocational.women"] = (2_600, 3_700),
        ["vocational.retrained"] = (1_900, 3_100),
        ["vocational.digital"] = (7, 12),
        ["officials.all"] = (41_000, 44_000),
        ["officials.trained"] = (9_000, 14_000),
        ["officials.digital"] = (5_000, 8_000),
        ["officials.language"] = (300, 900),
        ["finance.province"] = (9_000, 14_000),
        ["finance.communes"] = (6_000, 9_500),
        ["finance.integrated"] = (11_000, 18_000),
        ["finance.socialised"] = (4_000, 7_500),
        ["culture.institutions"] = (1_100, 1_400),
        ["culture.digital"] = (160, 320),
        ["culture.visits"] = (210_000, 340_000),
        ["culture.activities"] = (380, 620),
        ["legal.talks"] = (420, 700),
        ["legal.present"] = (31_000, 52_000),
        ["legal.in-centres"] = (90, 180),
        ["legal.material"] = (8_000, 16_000),
        ["farming.courses"] = (210, 360),
        ["farming.learners"] = (7_500, 12_500),
        ["farming.lecturers"] = (40, 85),
        ["science.visits"] = (120_000, 260_000),
        ["border.literacy-learners"] = (140, 320),
        ["border.vietnamese"] = (210, 480),
        ["border.languages"] = (90, 220),
        ["border.talks"] = (180, 320),
        ["custody.literacy-learners"] = (40, 90),
        ["custody.vocational-learners"] = (160, 380),
        ["workers.enterprises"] = (120, 260),
        ["workers.learners"] = (4_200, 7_800),
        ["workers.fund-money"] = (600, 1_500),
        ["women.to-literacy"] = (320, 640),
        ["women.learners"] = (5_200, 9_800),
        ["women.scholarships"] = (240, 520),
        ["study.fund"] = (52_000, 76_000),
        ["study.raised"] = (31_000, 46_000),
        ["study.scholarships"] = (21_000, 34_000),
        ["study.scholarship-money"] = (18_000, 27_000),
        ["study.trained"] = (900, 1_600),
        ["youth.participants"] = (14_000, 26_000),
        ["youth.clubs"] = (160, 320),
        ["youth.activities"] = (220, 460),
        ["youth.funds"] = (300, 900),
        ["members.talks"] = (180, 420),
        ["members.present"] = (7_000, 16_000),
        ["members.families"] = (9_000, 21_000),
        ["members.startup"] = (20, 90),
        ["sector.units"] = (22, 36),
        ["sector.units-registered"] = (12, 20),
        ["sector.learners"] = (400, 1_900),
        ["college.learners"] = (900, 2_600),
        ["college.learners-away"] = (60, 420),
        ["college.short-courses"] = (8, 30),
        ["college.short-learners"] = (300, 1_400),
        ["college.staff"] = (70, 160),
        ["college.staff-digital"] = (30, 68),
        ["college.digital-management"] = (0, 1),
        ["college.digital-teaching"] = (0, 1),
        ["college.online-modules"] = (6, 45),
        ["college.citizens"] = (300, 850),
        ["college.unit-level"] = (0, 2),
        // As many recommendations as were answered or more.
        ["front.recommendations"] = (14, 22),
        ["front.answered"] = (8, 13),
    };

    /// <summary>The answers of an agency to its form: element code → number as an officer would type it.</summary>
    public static IReadOnlyDictionary<string, long> Of(string agency, FormsPack form)
    {
        var random = new Random(agency.Aggregate(StoryTime.Year, (seed, letter) => unchecked((seed * 31) + letter)));

        return form.Elements.ToDictionary(element => element, element =>
        {
            var (low, high) = Sizes.GetValueOrDefault(element, Otherwise);

            return (long)random.Next(low, high + 1);
        });
    }
}
