using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Returns.Surveys;

/// <summary>
/// The standing agency takes down what a sample survey states of an indicator, or corrects it with a reason; one survey for
/// an indicator, a place and a period.
/// </summary>
public sealed class RecordSurvey(HieuHocDb db, ReadIndicators readIndicators, ProgrammeClock clock)
{
    /// <summary>Adds a version; the same request again changes nothing.</summary>
    /// <param name="startedFrom">The version that the person's page showed; 0 where there was none.</param>
    public async Task<Outcome<SampleSurvey>> RunAsync(SampleSurveyId id, int startedFrom, StatedSurvey given, Actor actor, CancellationToken ct)
    {
        if (!actor.May(Capability.RecordSurveys))
        {
            return new SurveyNotYours();
        }

        var stated = given.Trimmed();

        if (await UnknownAsync(stated, actor, ct) is { } unknown)
        {
            return unknown;
        }

        if (stated.Unfit(clock.Now.Day) is { } unfit)
        {
            return unfit;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Two that state the same indicator at once would both be its next version.
        await db.Engine.LockAsync(db, "surveys", ct);
        var outcome = await AddAsync(id, startedFrom, stated, actor, ct);

        if (outcome.Refusal is null)
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return outcome;
    }

    /// <summary>Why there is nothing to state: no such place in the period, or no indicator that takes a survey.</summary>
    private async Task<Refusal?> UnknownAsync(StatedSurvey stated, Actor actor, CancellationToken ct)
    {
        var (first, last) = (stated.Period.Days.First, stated.Period.Days.Last);
        var found = await db.PlacesVisibleTo(actor).AnyAsync(
            place => place.Id == stated.PlaceId && place.Level != PlaceLevel.Village
                && place.ValidFrom <= last && (place.ValidTo == null || place.ValidTo >= first),
            ct);

        if (!found)
        {
            return new PlaceNotFound();
        }

        var indicator = (await readIndicators.DefinitionsAsync(stated.Period, actor, ct)).SingleOrDefault(known => known.Code == stated.Indicator);

        return indicator switch
        {
            null => new IndicatorNotFound(),
            { Survey: false } => new IndicatorTakesNoSurvey(),
            _ => null,
        };
    }

    private async Task<Outcome<SampleSurvey>> AddAsync(SampleSurveyId id, int startedFrom, StatedSurvey stated, Actor actor, CancellationToken ct)
    {
        if (await db.SampleSurveys.SingleOrDefaultAsync(survey => survey.Owner == actor.Owner && survey.Id == id, ct) is { } same)
        {
            return stated.IsSaidBy(same) ? same : new SurveyChangedMeanwhile();
        }

        var period = await db.PeriodAsync(stated.Period, ct);
        var number = await db.SampleSurveys
            .Where(survey => survey.Owner == actor.Owner && survey.PlaceId == stated.PlaceId && survey.PeriodId == period.Id && survey.Indicator == stated.Indicator)
            .MaxAsync(survey => (int?)survey.Number, ct) ?? 0;

        if (number != startedFrom)
        {
            return new SurveyChangedMeanwhile();
        }

        if (number > 0 && stated.Reason.Length == 0)
        {
            return new SurveyReasonMissing();
        }

        var survey = Version(id, number + 1, period.Id, stated, actor);
        db.Add(survey);
        db.Record(new SurveyRecorded(stated.Record, survey.Id, survey.Number), actor.Owner, actor.PersonId?.Value, clock.Now);

        return survey;
    }

    private SampleSurvey Version(SampleSurveyId id, int number, int periodId, StatedSurvey stated, Actor actor) => new()
    {
        Owner = actor.Owner,
        Id = id,
        PlaceId = stated.PlaceId,
        PeriodId = periodId,
        Indicator = stated.Indicator,
        Number = number,
        SampleSize = stated.SampleSize,
        Meeting = stated.Meeting,
        SurveyedOn = stated.SurveyedOn,
        Confidence = stated.Confidence,
        LowHundredths = StatedSurvey.Hundredths(stated.Low),
        HighHundredths = StatedSurvey.Hundredths(stated.High),
        Method = stated.Method,
        Source = stated.Source,
        Paper = stated.Paper,
        Reason = number == 1 ? "" : stated.Reason,
        RecordedBy = actor.PersonId?.Value,
        RecordedAt = clock.Now.Instant,
    };
}

/// <summary>A sample survey was taken down, or corrected by a further version.</summary>
public sealed record SurveyRecorded(string Record, SampleSurveyId Id, int Number) : Change(Record);
