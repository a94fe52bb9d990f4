namespace HieuHoc.Testing;

/// <summary>How many there are, how many registered for the title, how many hold it; null where nobody counted.</summary>
public sealed record Counted(long? Total, long? Registered, long? Recognised);

public sealed partial class Given
{
    /// <summary>
    /// The answers of a commune to the product's form: element code → number. What is not named is small and sensible;
    /// <see cref="NotCounted"/> leaves a row blank.
    /// </summary>
    /// <param name="citizens">Adults, those who assessed themselves, those with the title.</param>
    public static IReadOnlyDictionary<string, long> Answers(
        Counted? families = null, Counted? clans = null, Counted? villages = null, Counted? units = null, Counted? citizens = null)
    {
        var answers = new Dictionary<string, long>();
        Add("family", families ?? new Counted(1200, 1000, 900));
        Add("clan", clans ?? new Counted(20, 16, 14));
        Add("village", villages ?? new Counted(8, 7, 6));
        Add("unit", units ?? new Counted(5, 5, 4));
        Add("citizen", citizens ?? new Counted(3000, 1200, 900), "adults", "self-assessed");

        return answers;

        void Add(string model, Counted counted, string total = "total", string registered = "registered")
        {
            foreach (var (name, number) in new[] { (total, counted.Total), (registered, counted.Registered), ("recognised", counted.Recognised) })
            {
                if (number is { } known)
                {
                    answers[$"{model}.{name}"] = known;
                }
            }
        }
    }

    /// <summary>A row of the form that was left blank.</summary>
    public static Counted NotCounted { get; } = new(null, null, null);

    /// <summary>Answers as the page sends them.</summary>
    public static Dictionary<string, string?> Typed(IReadOnlyDictionary<string, long> answers) =>
        answers.ToDictionary(answer => answer.Key, answer => (string?)$"{answer.Value}");
}
