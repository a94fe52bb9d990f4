using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Returns;

namespace HieuHoc.Programmes.Pilots;

/// <summary>Takes the values of measures: those that the system knows, and what is stated where it knows none.</summary>
internal static class PilotFigureTaking
{
    /// <summary>What one typed value may be at most; a measure that needs more is counted in a greater unit.</summary>
    private const decimal Most = 1_000_000_000_000m;

    /// <summary>The values of a pilot's measures in its places, or why one cannot be taken.</summary>
    /// <param name="evaluation">The number of the evaluation that they are of; 0 of the baseline.</param>
    public static Outcome<IReadOnlyList<PilotValue>> Take(
        IReadOnlyList<PilotMeasure> measures,
        IReadOnlyList<PlaceOnDay> areas,
        int province,
        int evaluation,
        IReadOnlyDictionary<(string Indicator, int PlaceId), PilotFigure> known,
        IReadOnlyList<StatedPilotValue> stated,
        string source)
    {
        var values = new List<PilotValue>();

        foreach (var measure in measures)
        {
            foreach (var area in areas)
            {
                var typed = TypedText.Line(stated.FirstOrDefault(value => value.Measure == measure.Id && value.PlaceId == area.Id)?.Value);
                var figure = measure.Indicator is { } code ? known.GetValueOrDefault((code, area.Id)) : null;

                if (figure is not null)
                {
                    // A number beside the system's own would be a second truth.
                    if (typed.Length > 0)
                    {
                        return new PilotValueKnown(area.FullName);
                    }

                    values.Add(Value(measure, area.Id, figure.ReadOf, figure.Value, ""));
                }
                else if (typed.Length > 0)
                {
                    if (TypedAnswers.Number(typed, decimals: true) is not { } number || number > Most)
                    {
                        return new PilotValueUnreadable(typed, area.FullName);
                    }

                    if (source.Length == 0)
                    {
                        return new PilotSourceMissing();
                    }

                    values.Add(Value(measure, area.Id, area.Id, number, source));
                }
            }

            if (measure is { WithProvince: true, Indicator: { } indicator } && known.GetValueOrDefault((indicator, province)) is { } whole)
            {
                values.Add(Value(measure, province, province, whole.Value, ""));
            }
        }

        return values;

        PilotValue Value(PilotMeasure measure, int place, int readOf, decimal value, string from) => new()
        {
            Owner = measure.Owner,
            PilotId = measure.PilotId,
            MeasureId = measure.Id,
            Evaluation = evaluation,
            PlaceId = place,
            ReadOf = readOf,
            Millionths = PilotValue.Kept(value),
            Source = from,
        };
    }
}
