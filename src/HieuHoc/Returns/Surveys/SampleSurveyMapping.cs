using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HieuHoc.Returns.Surveys;

internal sealed class SampleSurveyMapping : IEntityTypeConfiguration<SampleSurvey>
{
    public void Configure(EntityTypeBuilder<SampleSurvey> builder)
    {
        builder.HasKey(survey => new { survey.Owner, survey.Id });
        builder.HasIndex(survey => new { survey.Owner, survey.PlaceId, survey.PeriodId, survey.Indicator, survey.Number }).IsUnique();
        builder.HasOne<Owner>().WithMany().HasForeignKey(survey => survey.Owner).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Place>().WithMany().HasForeignKey(survey => survey.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Period>().WithMany().HasForeignKey(survey => survey.PeriodId).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class SampleSurveySets
{
    extension(HieuHocDb db)
    {
        public DbSet<SampleSurvey> SampleSurveys => db.Set<SampleSurvey>();

        /// <summary>What surveys state of these places and periods: of each the version that holds, now or as of an instant.</summary>
        public async Task<IReadOnlyList<SampleSurvey>> SurveysAsync(
            short owner, IReadOnlyCollection<int> places, IReadOnlyCollection<int> periods, DateTime? asOf, CancellationToken ct)
        {
            var versions = await db.SampleSurveys.AsNoTracking()
                .Where(survey => survey.Owner == owner && EF.Parameter(places).Contains(survey.PlaceId) && EF.Parameter(periods).Contains(survey.PeriodId))
                .Where(survey => asOf == null || survey.RecordedAt <= asOf)
                .ToListAsync(ct);

            return [.. versions.GroupBy(survey => (survey.PlaceId, survey.PeriodId, survey.Indicator)).Select(of => of.MaxBy(survey => survey.Number)!)];
        }
    }
}
