using HieuHoc.Access;
using HieuHoc.Documents;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Documents;

public sealed class RegisterDocumentTests : DocumentsTest
{
    [Fact]
    public async Task What_is_known_of_a_document_is_kept_as_printed_with_who_and_when()
    {
        var id = NewId();

        var outcome = await Register.RunAsync(id, Decision1373 with { Number = " 1373/QĐ-TTg ", Recipients = "Các bộ\n\n Các tỉnh ", Text = "Điều 1\r\nPhê duyệt" }, Standing, Ct);

        Assert.Null(outcome.Refusal);
        var stored = await StoredAsync(id);
        Assert.Equal(("1373/QĐ-TTg", "1373/qd-ttg", new DateOnly(2021, 7, 30)), (stored.Number, stored.NumberKey, stored.IssuedOn));
        Assert.Equal((Province, null, Standing.PersonId!.Value.Value, Clock.Now.Instant), (stored.PlaceId, stored.AgencyId, stored.RegisteredBy, stored.RegisteredAt));
        Assert.Equal("Các bộ\nCác tỉnh", stored.Recipients);
        Assert.Equal("Điều 1\nPhê duyệt", (await Stored().DocumentTexts.SingleAsync(Ct)).Text);
        Assert.Equal(1, await ToldAsync<DocumentRegistered>(id));
    }

    [Fact]
    public async Task A_draft_form_has_neither_number_nor_day_nor_signer()
    {
        var id = await RegisteredAsync(new() { Type = DocumentType.Plan, Level = DocumentLevel.Province, State = DocumentState.Draft, Title = "Triển khai Đề án", Text = "…" });

        var stored = await StoredAsync(id);
        Assert.Equal((null, null, null, "", ""), (stored.Number, stored.NumberKey, stored.IssuedOn, stored.Issuer, stored.Signer));
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing_and_other_content_under_its_id_is_a_conflict()
    {
        var id = await RegisteredAsync(Decision1373 with { Text = "Điều 1" });

        Assert.Equal(id, (await Register.RunAsync(id, Decision1373 with { Text = " Điều 1 " }, Standing, Ct)).Value.Id);
        Assert.IsType<DocumentDiffers>((await Register.RunAsync(id, Decision1373 with { Text = "Điều 2" }, Standing, Ct)).Refusal);

        Assert.Equal(1, await ToldAsync<DocumentRegistered>(id));
    }

    [Theory]
    [InlineData("1373/qd - ttg", "Thủ tướng Chính phủ")]
    [InlineData("Số: 1373/QĐ–TTg", "")]
    public async Task A_document_that_is_there_already_is_recognised_however_it_is_typed_and_by_whom(string number, string issuer)
    {
        var known = await RegisteredAsync(Decision1373);

        var outcome = await Register.RunAsync(NewId(), Decision1373 with { Number = number, Issuer = issuer, Title = "" }, Officer, Ct);

        Assert.Equal(new DocumentAlreadyRegistered(known, "1373/QĐ-TTg"), outcome.Refusal);
        Assert.Equal(1, await Stored().OfficialDocuments.CountAsync(Ct));
    }

    [Fact]
    public async Task Another_day_or_another_issuer_is_another_document()
    {
        await RegisteredAsync(ProvincePlan);

        await RegisteredAsync(ProvincePlan with { IssuedOn = new DateOnly(2018, 11, 18) });
        await RegisteredAsync(ProvincePlan with { Issuer = "UBND tỉnh Quảng Bình" });
        Assert.IsType<DocumentAlreadyRegistered>((await Register.RunAsync(NewId(), ProvincePlan with { Issuer = "Ủy ban nhân dân tỉnh Quảng Trị" }, Standing, Ct)).Refusal);

        Assert.Equal(3, await Stored().OfficialDocuments.CountAsync(Ct));
    }

    [Fact]
    public async Task Two_without_a_day_are_one_and_two_without_a_number_are_two()
    {
        await RegisteredAsync(Decision1373 with { IssuedOn = null });
        await RegisteredAsync(new() { Type = DocumentType.Law, Title = "Luật Ngân sách nhà nước" });

        Assert.IsType<DocumentAlreadyRegistered>((await Register.RunAsync(NewId(), Decision1373 with { IssuedOn = null }, Standing, Ct)).Refusal);
        await RegisteredAsync(new() { Type = DocumentType.Law, Title = "Luật Ngân sách nhà nước" });
    }

    [Fact]
    public async Task Communes_count_each_for_itself_and_drafts_are_of_their_office()
    {
        await RegisteredAsync(CommunePlan, Officer);

        await RegisteredAsync(CommunePlan, Neighbour);
        await RegisteredAsync(CommunePlan with { State = DocumentState.Draft }, Officer);
        Assert.IsType<DocumentAlreadyRegistered>((await Register.RunAsync(NewId(), CommunePlan, Officer, Ct)).Refusal);
        Assert.IsType<DocumentAlreadyRegistered>((await Register.RunAsync(NewId(), CommunePlan with { State = DocumentState.Draft }, Officer, Ct)).Refusal);
    }

    [Fact]
    public async Task The_issuer_is_the_agency_of_its_name_where_there_is_one()
    {
        var committee = Given.Agency(Province, "Ủy ban nhân dân tỉnh Quảng Trị");
        Given.Agency(Province, "Phòng Văn hóa – Xã hội");
        Given.Agency(HaiLang, "Phòng Văn hóa – Xã hội");

        Assert.Equal(committee, (await StoredAsync(await RegisteredAsync(ProvincePlan))).IssuerAgencyId);
        Assert.Null((await StoredAsync(await RegisteredAsync(Decision1373))).IssuerAgencyId);
        Assert.Null((await StoredAsync(await RegisteredAsync(CommunePlan with { Issuer = "Phòng Văn hóa – Xã hội" }, Officer))).IssuerAgencyId);
    }

    [Fact]
    public async Task Who_stays_in_an_agency_registers_for_it()
    {
        var stored = await StoredAsync(await RegisteredAsync(ProvincePlan with { Level = DocumentLevel.Department }, OfDepartment));

        Assert.Equal((Province, Department), (stored.PlaceId, stored.AgencyId));
    }

    [Theory]
    [InlineData(Role.VillageOfficer)]
    [InlineData(Role.CommuneLeader)]
    [InlineData(Role.AgencyLeader)]
    [InlineData(Role.Leader)]
    [InlineData(Role.Auditor)]
    [InlineData(Role.Administrator)]
    public async Task Who_keeps_none_registers_none(Role role) =>
        Assert.IsType<DocumentsNotYoursToKeep>((await Register.RunAsync(NewId(), Decision1373, Given.Person(role, Province), Ct)).Refusal);

    public static TheoryData<StatedDocument, Type> Unfit => new()
    {
        { Decision1373 with { Number = null, Title = " " }, typeof(DocumentUnnamed) },
        { Decision1373 with { Number = "/KH-UBND" }, typeof(DocumentNumberUnreadable) },
        { Decision1373 with { IssuedOn = new DateOnly(2100, 1, 1) }, typeof(DocumentDayInFuture) },
        { Decision1373 with { PeriodFrom = 2030, PeriodTo = 2021 }, typeof(DocumentPeriodUnfit) },
        { Decision1373 with { PeriodFrom = 21 }, typeof(DocumentPeriodUnfit) },
        { Decision1373 with { PeriodTo = 20300 }, typeof(DocumentPeriodUnfit) },
        { Decision1373 with { Title = new string('x', StatedDocument.LongestTitle + 1) }, typeof(DocumentLineTooLong) },
        { Decision1373 with { Recipients = new string('x', StatedDocument.LongestRecipients + 1) }, typeof(DocumentLineTooLong) },
        { Decision1373 with { Signer = new string('x', StatedDocument.LongestLine + 1) }, typeof(DocumentLineTooLong) },
        { Decision1373 with { Text = new string('x', StatedDocument.LongestText + 1) }, typeof(DocumentTextTooLong) },
    };

    [Theory]
    [MemberData(nameof(Unfit))]
    public async Task What_cannot_be_is_refused_and_nothing_is_written(StatedDocument stated, Type refusal)
    {
        Assert.IsType(refusal, (await Register.RunAsync(NewId(), stated, Standing, Ct)).Refusal);

        Assert.False(await Stored().OfficialDocuments.AnyAsync(Ct));
    }

    [Fact]
    public async Task A_number_alone_or_a_title_alone_is_enough()
    {
        await RegisteredAsync(new() { Number = "692/QĐ-TTg" });
        await RegisteredAsync(new() { Title = "Xóa mù chữ đến năm 2020" });
    }
}
