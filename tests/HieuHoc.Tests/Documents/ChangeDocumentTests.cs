using HieuHoc.Access;
using HieuHoc.Documents;
using HieuHoc.Platform;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Documents;

public sealed class ChangeDocumentTests : DocumentsTest
{
    private ChangeDocument Change => new(Db, Clock);

    [Fact]
    public async Task What_is_known_now_is_kept_and_the_audit_says_which_fields_and_no_values()
    {
        var id = await RegisteredAsync(new() { Number = "281/QĐ-TTg" });

        var outcome = await Change.RunAsync(id, 1, new() { Type = DocumentType.Decision, Number = "281/QĐ-TTg", IssuedOn = new DateOnly(2014, 2, 20), Text = "Điều 1" }, Standing, Ct);

        Assert.Null(outcome.Refusal);
        var stored = await StoredAsync(id);
        Assert.Equal((new DateOnly(2014, 2, 20), DocumentType.Decision, 2), (stored.IssuedOn, stored.Type, stored.Revision));
        Assert.Equal("Điều 1", (await Stored().DocumentTexts.SingleAsync(Ct)).Text);
        var entry = await Stored().AuditEntries.SingleAsync(entry => entry.Change == nameof(DocumentChanged), Ct);
        Assert.Contains("\"fields\":[\"Type\",\"IssuedOn\",\"Text\"]", entry.Detail.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("2014", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_changed_is_found_by_its_new_words_alone()
    {
        var id = await RegisteredAsync(ProvincePlan with { Text = "xóa mù chữ" });
        await Change.RunAsync(id, 1, ProvincePlan with { Text = "phổ cập giáo dục" }, Standing, Ct);

        Assert.Equal((0, 1), (await FoundAsync("xoa mu chu"), await FoundAsync("pho cap")));

        await Change.RunAsync(id, 2, ProvincePlan, Standing, Ct);

        Assert.Equal(0, await FoundAsync("pho cap"));
    }

    [Fact]
    public async Task The_same_again_changes_nothing_even_from_an_older_page()
    {
        var id = await RegisteredAsync(ProvincePlan);
        await Change.RunAsync(id, 1, ProvincePlan with { Signer = "" }, Standing, Ct);

        Assert.Null((await Change.RunAsync(id, 1, ProvincePlan with { Signer = " " }, Standing, Ct)).Refusal);

        Assert.Equal((2, 1), ((await StoredAsync(id)).Revision, await ToldAsync<DocumentChanged>(id)));
    }

    [Fact]
    public async Task Nobody_overwrites_what_they_have_not_seen()
    {
        var id = await RegisteredAsync(ProvincePlan);
        await Change.RunAsync(id, 1, ProvincePlan with { Signer = "A" }, Standing, Ct);

        Assert.IsType<DocumentChangedMeanwhile>((await Change.RunAsync(id, 1, ProvincePlan with { Signer = "B" }, Standing, Ct)).Refusal);

        Assert.Equal("A", (await StoredAsync(id)).Signer);
    }

    [Fact]
    public async Task It_does_not_become_another_that_is_there_already()
    {
        var known = await RegisteredAsync(Decision1373);
        var id = await RegisteredAsync(new() { Number = "1372/QĐ-TTg", IssuedOn = Decision1373.IssuedOn });

        Assert.Equal(
            new DocumentAlreadyRegistered(known, "1373/QĐ-TTg"),
            (await Change.RunAsync(id, 1, new() { Number = "1373/QĐ-TTg", IssuedOn = Decision1373.IssuedOn }, Standing, Ct)).Refusal);

        Assert.Equal("1372/QĐ-TTg", (await StoredAsync(id)).Number);
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        var id = await RegisteredAsync(ProvincePlan);

        Assert.IsType<DocumentUnnamed>((await Change.RunAsync(id, 1, ProvincePlan with { Number = null, Title = "" }, Standing, Ct)).Refusal);
    }

    [Fact]
    public async Task Its_keepers_change_it_and_the_standing_agency_what_everybody_sees()
    {
        var (national, ofCommune, ofDepartment) = (
            await RegisteredAsync(Decision1373, Officer), await RegisteredAsync(CommunePlan, Officer), await RegisteredAsync(ProvincePlan, OfDepartment));

        Assert.Null(await RefusedAsync(national, Standing));
        Assert.Null(await RefusedAsync(ofDepartment, Standing));
        Assert.IsType<DocumentNotYoursToChange>(await RefusedAsync(ofCommune, Standing));
        Assert.IsType<DocumentNotYoursToChange>(await RefusedAsync(national, Neighbour));
        Assert.IsType<DocumentNotYoursToChange>(await RefusedAsync(ofDepartment, Officer));
        Assert.IsType<DocumentNotYoursToChange>(await RefusedAsync(ofCommune, Given.Person(Role.CommuneLeader, HaiLang)));
        Assert.IsType<DocumentNotFound>(await RefusedAsync(ofCommune, Neighbour));
        Assert.IsType<DocumentNotFound>(await RefusedAsync(NewId(), Standing));
    }

    [Fact]
    public async Task Its_own_office_alone_takes_an_issued_document_back_to_a_draft()
    {
        var ofDepartment = await RegisteredAsync(ProvincePlan, OfDepartment);
        var draft = ProvincePlan with { State = DocumentState.Draft };

        Assert.IsType<DocumentNotYoursToChange>((await Change.RunAsync(ofDepartment, 1, draft, Standing, Ct)).Refusal);
        Assert.Null((await Change.RunAsync(ofDepartment, 1, draft, OfDepartment, Ct)).Refusal);
        Assert.IsType<DocumentNotFound>((await Change.RunAsync(ofDepartment, 2, ProvincePlan, Standing, Ct)).Refusal);
    }

    private async Task<Refusal?> RefusedAsync(DocumentId id, Actor actor)
    {
        await using var db = Engine.Open();
        var revision = await db.OfficialDocuments.Where(document => document.Id == id).Select(document => document.Revision).SingleOrDefaultAsync(Ct);

        return (await new ChangeDocument(db, Clock).RunAsync(id, revision, new() { Title = $"Sửa lần {revision}", Level = DocumentLevel.Province }, actor, Ct)).Refusal;
    }

    private async Task<int> FoundAsync(string text) => (await new SearchDocuments(Stored()).RunAsync(new DocumentsAsked(text), Standing, Ct)).Count;
}
