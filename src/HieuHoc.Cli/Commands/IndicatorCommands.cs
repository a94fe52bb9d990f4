using System.CommandLine;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Returns;
using Microsoft.Extensions.DependencyInjection;

namespace HieuHoc.Cli.Commands;

/// <summary><c>hieuhoc indicator show</c>: one number and what it is made of.</summary>
internal static class IndicatorCommands
{
    public static Command Make() => new("indicator", Say.Text("cli.indicator")) { Show() };

    private static Command Show()
    {
        var code = new Argument<string>("code") { Description = Say.Text("cli.indicator.code") };
        var place = Options.Place();
        var year = Options.Year();
        var boundaries = Options.Boundaries();
        var json = Options.Json();
        var command = new Command("show", Say.Text("cli.indicator.show")) { code, place, year, boundaries, json };
        command.SetAction((parsed, ct) => Installation.RunAsync(async services =>
        {
            var found = await Installation.FindAsync(services, parsed.GetRequiredValue(place), ct);

            if (found.Refusal is { } unknown)
            {
                return Say.Refused(unknown);
            }

            var period = PeriodCode.Year(parsed.GetValue(year));
            var readIndicators = services.GetRequiredService<ReadIndicators>();
            var (at, owner) = found.Value;
            var actor = Installation.Actor(owner, Role.StandingAgency);
            var definition = (await readIndicators.DefinitionsAsync(period, actor, ct)).Where(indicator => indicator.Code == parsed.GetRequiredValue(code)).ToList();

            if (definition.Count == 0)
            {
                return Say.Refused(new IndicatorNotFound());
            }

            var terms = await services.GetRequiredService<HieuHocDb>().OnBoundariesAsync(
                ReadingTerms.Now, at, parsed.GetValue(boundaries), services.GetRequiredService<ProgrammeClock>().Now.Day, ct);

            if (terms.Refusal is { } ended)
            {
                return Say.Refused(ended);
            }

            var read = await readIndicators.RunAsync(at.Id, period, definition, terms.Value, actor, ct);

            if (read.Refusal is { } refusal)
            {
                return Say.Refused(refusal);
            }

            return parsed.GetValue(json) ? Machine(read.Value[0], at, period.Text) : Human(read.Value[0], at.FullName);
        }));

        return command;
    }

    private static int Machine(IndicatorReading reading, PlaceOnDay place, string period) => Say.Object(new
    {
        indicator = reading.Indicator.Code,
        place = place.Code,
        // One code is the name of two places, before the reform and after it.
        name = place.FullName,
        period,
        boundaries = reading.PlacesOf is null ? "then" : "today",
        estimate = reading.IsEstimate,
        value = reading.Value,
        soFar = reading.ValueSoFar,
        numerator = reading.NumeratorSoFar,
        denominator = reading.DenominatorSoFar,
        reported = reading.Reported,
        expected = reading.Expected,
        survey = reading.Survey is { } survey
            ? new { survey.SampleSize, survey.Meeting, survey.Share, survey.Interval.Low, survey.Interval.High, survey.Confidence, computed = survey.Interval.IsComputed }
            : null,
    });

    private static int Human(IndicatorReading reading, string place) => reading.ValueSoFar is { } value
        ? Say.Done(
            (reading.IsComplete, reading.IsEstimate) switch
            {
                (true, false) => "cli.indicator.value",
                (true, true) => "cli.indicator.estimate",
                (false, false) => "cli.indicator.soFar",
                (false, true) => "cli.indicator.soFarEstimate",
            },
            ("indicator", reading.Indicator.Title.Here),
            ("place", place),
            ("value", Math.Round(value, reading.Indicator.Decimals, MidpointRounding.AwayFromZero)),
            ("numerator", reading.NumeratorSoFar),
            ("denominator", reading.DenominatorSoFar),
            ("reported", reading.Reported),
            ("expected", reading.Expected))
        : Say.Done("cli.indicator.none", ("indicator", reading.Indicator.Title.Here), ("place", place), ("expected", reading.Expected));
}
