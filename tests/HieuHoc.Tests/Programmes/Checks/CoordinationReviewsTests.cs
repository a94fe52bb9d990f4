using HieuHoc.Documents;
using HieuHoc.Programmes.Checks;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Programmes.Checks;

/// <summary>Agencies work together by a regulation, and review that each year. It is 20 November 2026.</summary>
public sealed class CoordinationReviewsTests : VisitsTest
{
    private const string Number = "05/QC-SGDĐT-HKH";

    private StatedVisit Review => ToHaiLang with { Kind = VisitKind.CoordinationReview, Subject = "Sơ kết Quy chế phối hợp", VisitedId = Culture, Regulation = Number };

    private ListVisits Lists => new(Stored(), Clock);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await RegisteredAsync();
    }

    [Fact]
    public async Task A_regulation_of_an_earlier_year_is_named_until_its_review_is_planned()
    {
        Assert.Equal([Number], await UnreviewedAsync());

        await PlannedAsync(Review with { Regulation = " 05/qc - sgdđt-hkh " });

        Assert.Empty(await UnreviewedAsync());
    }

    [Fact]
    public async Task A_review_of_another_year_and_one_that_did_not_take_place_are_none_of_this_year()
    {
        var cancelled = await PlannedAsync(Review);
        await PlannedAsync(Review with { FirstDay = new DateOnly(2027, 1, 1), LastDay = new DateOnly(2027, 1, 1) });
        Assert.Empty(await UnreviewedAsync());

        await Move.RunAsync(cancelled, 1, VisitStep.Cancel, "Hoãn", Standing, Ct);

        Assert.Equal([Number], await UnreviewedAsync());
    }

    [Fact]
    public async Task One_of_this_year_a_draft_one_that_was_replaced_and_what_is_no_regulation_are_not_named()
    {
        await RegisteredAsync("06/QC-SGDĐT-MTTQ", new DateOnly(2026, 1, 1));
        await RegisteredAsync("07/QC-SGDĐT-SVHTTDL", new DateOnly(2025, 12, 31), state: DocumentState.Draft);
        await RegisteredAsync("08/KH-SGDĐT", new DateOnly(2025, 5, 5), DocumentType.Plan);
        var old = await RegisteredAsync("01/QC-SGDĐT-HKH", new DateOnly(2020, 5, 5));
        await new RelateDocuments(Db, Clock).RunAsync((await Stored().OfficialDocuments.SingleAsync(document => document.Number == Number, Ct)).Id, old, DocumentRelationKind.Replaces, Standing, Ct);

        Assert.Equal([Number], await UnreviewedAsync());
    }

    [Fact]
    public async Task A_review_names_a_regulation_of_the_register_and_no_other_visit_keeps_one()
    {
        Assert.Equal(new VisitRegulationMissing(), (await Plan.RunAsync(NewId(), 0, Review with { Regulation = "  " }, Standing, Ct)).Refusal);
        Assert.Equal(new VisitRegulationUnknown(), (await Plan.RunAsync(NewId(), 0, Review with { Regulation = "99/QC-X" }, Standing, Ct)).Refusal);

        var check = (await Plan.RunAsync(NewId(), 0, ToHaiLang with { Regulation = Number }, Standing, Ct)).Value;

        Assert.Null((await Stored().Visits.SingleAsync(visit => visit.Id == check.Id, Ct)).Regulation);
    }

    private async Task<IEnumerable<string?>> UnreviewedAsync() => (await Lists.UnreviewedAsync(Standing, Ct)).Select(document => document.Number);

    private async Task<DocumentId> RegisteredAsync(string number = Number, DateOnly? issuedOn = null, DocumentType type = DocumentType.Regulation, DocumentState state = DocumentState.Issued) =>
        (await new RegisterDocument(Db, Clock).RunAsync(
            new DocumentId(Guid.CreateVersion7()),
            new StatedDocument
            {
                Type = type, Level = DocumentLevel.Department, State = state, Number = number, IssuedOn = issuedOn ?? new DateOnly(2025, 12, 31), Issuer = "Sở Giáo dục và Đào tạo", Title = "Phối hợp xây dựng xã hội học tập",
            },
            Standing,
            Ct)).Value.Id;
}
