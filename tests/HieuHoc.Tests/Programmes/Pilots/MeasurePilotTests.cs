using HieuHoc.Platform;
using HieuHoc.Programmes.Pilots;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Pilots;

public sealed class MeasurePilotTests : PilotsTest
{
    [Fact]
    public async Task An_indicator_of_the_system_is_read_for_each_place_and_for_the_province()
    {
        Given.Confirmed(Round, Commune, Counts(1000, 300));
        Given.Confirmed(Round, Second, Counts(3000, 600));
        var id = await SetUpAsync();

        await MeasuredAsync(id, OfSystem());

        var measure = Assert.Single((await ReadAsync(id)).Measures);
        Assert.Equal("citizen-share", measure.Indicator?.Code);
        Assert.Equal([(30m, "", false), (20m, "", false), (22.5m, "", true)], measure.Lines.Select(line => (line.Before!.Value, line.Before.Source, line.IsProvince)));
        Assert.Equal(1, await ToldAsync<PilotMeasureAdded>(id));
    }

    [Fact]
    public async Task Where_the_system_knows_none_a_value_is_stated_with_its_source()
    {
        Given.Confirmed(Round, Commune, Counts(1000, 300));
        var id = await SetUpAsync();

        await MeasuredAsync(id, OfSystem() with { Values = [new StatedPilotValue(default, Second, "37,5")], Source = "Điều tra của xã" });

        var lines = Assert.Single((await ReadAsync(id)).Measures).Lines;
        Assert.Equal([(Commune, 30m, ""), (Second, 37.5m, "Điều tra của xã")], lines.Where(line => !line.IsProvince).Select(line => (line.Place.Id, line.Before!.Value, line.Before.Source)));
    }

    [Fact]
    public async Task What_is_counted_for_the_pilot_alone_is_stated_and_never_compared_with_the_province()
    {
        var id = await SetUpAsync();

        await MeasuredAsync(id);

        var measure = Assert.Single((await ReadAsync(id)).Measures);
        Assert.Equal((null, "Lượt đọc mỗi tối", "lượt", false), (measure.Indicator, measure.Measure.Name, measure.Measure.Unit, measure.Measure.WithProvince));
        Assert.Equal([(Commune, (decimal?)10m), (Second, null)], measure.Lines.Select(line => (line.Place.Id, line.Before?.Value)));
        Assert.Equal(["Sổ thư viện"], measure.Sources);
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing()
    {
        var (pilot, id) = (await SetUpAsync(), new PilotMeasureId(Guid.CreateVersion7()));

        Assert.Null((await Measure.AddAsync(pilot, id, Own(), Standing, Ct)).Refusal);
        Assert.Null((await Measure.AddAsync(pilot, id, Own(), Standing, Ct)).Refusal);

        Assert.Equal((2, 1, 1), (await RevisionAsync(pilot), await Stored().PilotMeasures.CountAsync(Ct), await ToldAsync<PilotMeasureAdded>(pilot)));
    }

    public static TheoryData<string> Unfit => ["unnamed", "unknown", "day", "early", "no value", "no number", "too much", "no source", "known", "long"];

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task What_cannot_be_is_refused_and_nothing_is_kept(string what)
    {
        Given.Confirmed(Round, Commune, Counts(1000, 300));
        var pilot = await SetUpAsync();
        (StatedPilotMeasure Stated, Refusal Refusal) given = what switch
        {
            "unnamed" => (Own(" "), new PilotMeasureUnnamed()),
            "unknown" => (OfSystem("no-such"), new PilotIndicatorUnknown()),
            "day" => (Own() with { BaselineOn = Today.AddDays(1) }, new PilotBaselineDayUnfit(StatedPilot.Earliest, Today)),
            "early" => (Own() with { BaselineOn = StatedPilot.Earliest.AddDays(-1) }, new PilotBaselineDayUnfit(StatedPilot.Earliest, Today)),
            "no value" => (Own(value: " "), new PilotBaselineMissing()),
            "no number" => (Own(value: "mười"), new PilotValueUnreadable("mười", "Xã Hải Lăng")),
            "too much" => (Own(value: "1000000000001"), new PilotValueUnreadable("1000000000001", "Xã Hải Lăng")),
            "no source" => (Own(source: " "), new PilotSourceMissing()),
            "known" => (OfSystem() with { Values = [new StatedPilotValue(default, Commune, "31")], Source = "A" }, new PilotValueKnown("Xã Hải Lăng")),
            _ => (Own(source: new string('a', StatedPilot.LongestLine + 1)), new PilotTextTooLong(StatedPilot.LongestLine)),
        };

        Assert.Equal(given.Refusal, (await Measure.AddAsync(pilot, new PilotMeasureId(Guid.CreateVersion7()), given.Stated, Standing, Ct)).Refusal);

        Assert.Equal((0, 0, 1), (await Stored().PilotMeasures.CountAsync(Ct), await Stored().PilotValues.CountAsync(Ct), await RevisionAsync(pilot)));
    }

    [Fact]
    public async Task An_indicator_is_there_once_and_measures_have_their_number()
    {
        Given.Confirmed(Round, Commune, Counts(1000, 300));
        var pilot = await SetUpAsync();
        await MeasuredAsync(pilot, OfSystem());

        Assert.IsType<PilotIndicatorThere>((await Measure.AddAsync(pilot, new PilotMeasureId(Guid.CreateVersion7()), OfSystem(), Standing, Ct)).Refusal);

        for (var i = 1; i < MeasurePilot.MostMeasures; i++)
        {
            await MeasuredAsync(pilot, Own($"{i}"));
        }

        Assert.Equal(
            new PilotMeasuresTooMany(MeasurePilot.MostMeasures), (await Measure.AddAsync(pilot, new PilotMeasureId(Guid.CreateVersion7()), Own("thừa"), Standing, Ct)).Refusal);
    }

    [Fact]
    public async Task A_measure_is_taken_away_with_its_baseline_while_nothing_has_begun()
    {
        var pilot = await SetUpAsync();
        var measure = await MeasuredAsync(pilot);

        Assert.Null((await Measure.RemoveAsync(pilot, measure, Standing, Ct)).Refusal);
        Assert.IsType<PilotMeasureNotFound>((await Measure.RemoveAsync(pilot, measure, Standing, Ct)).Refusal);

        Assert.Equal((0, 0, 1), (await Stored().PilotMeasures.CountAsync(Ct), await Stored().PilotValues.CountAsync(Ct), await ToldAsync<PilotMeasureRemoved>(pilot)));
    }

    [Fact]
    public async Task What_has_begun_keeps_its_measures()
    {
        var (pilot, measure) = await RunningAsync();

        Assert.Equal(new PilotStandsOtherwise(PilotState.Running), (await Measure.AddAsync(pilot, new PilotMeasureId(Guid.CreateVersion7()), Own("khác"), Standing, Ct)).Refusal);
        Assert.Equal(new PilotStandsOtherwise(PilotState.Running), (await Measure.RemoveAsync(pilot, measure, Standing, Ct)).Refusal);
    }

    [Fact]
    public async Task Who_does_not_keep_the_pilot_measures_nothing()
    {
        var pilot = await SetUpAsync();
        var measure = await MeasuredAsync(pilot);

        Assert.IsType<PilotNotYoursToChange>((await Measure.AddAsync(pilot, new PilotMeasureId(Guid.CreateVersion7()), Own("khác"), Officer, Ct)).Refusal);
        Assert.IsType<PilotNotYoursToChange>((await Measure.RemoveAsync(pilot, measure, Officer, Ct)).Refusal);
        Assert.IsType<PilotNotFound>((await Measure.AddAsync(pilot, new PilotMeasureId(Guid.CreateVersion7()), Own("khác"), Neighbour, Ct)).Refusal);
        Assert.Null((await Measure.AddAsync(pilot, new PilotMeasureId(Guid.CreateVersion7()), Own("khác"), Leading, Ct)).Refusal);
    }
}
