using HieuHoc.Access;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Returns.Narrative;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Returns;

public sealed class SaveReportSectionTests : NarrativeTest
{
    [Fact]
    public async Task What_was_written_is_kept_with_who_and_when()
    {
        var outcome = await WriteAsync(0, "situation", " Xã có 12 thôn.\0 \r\n");

        Assert.Equal(1, outcome.Value.Revision);
        var text = await Stored().ReturnTexts.SingleAsync(Ct);
        Assert.Equal(("situation", 1, "Xã có 12 thôn.", Clock.Now.Instant, Officer.PersonId), (text.Section, text.Version, text.Text, text.SavedAt, text.SavedBy));
        Assert.Equal([nameof(ReportSectionSaved)], await Stored().AuditEntries.Select(entry => entry.Change).ToListAsync(Ct));
    }

    [Fact]
    public async Task Another_section_stays_as_it_is()
    {
        await WriteAsync(0, "situation", "Tình hình");
        await WriteAsync(1, "results", "Kết quả");

        Assert.Equal(["Kết quả", "Tình hình"], (await NarrativeAsync(1)).Texts.OrderBy(text => text.Key).Select(text => text.Value.Text));
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing()
    {
        await WriteAsync(0, "situation", "Tình hình");

        var again = await WriteAsync(0, "situation", "Tình hình");

        Assert.Equal(1, again.Value.Revision);
        Assert.Single(await Stored().AuditEntries.ToListAsync(Ct));
    }

    [Theory]
    [InlineData("situation", "Khác")]
    [InlineData("results", "Tình hình")]
    public async Task Whoever_wrote_from_an_older_page_overwrites_nothing(string section, string text)
    {
        await WriteAsync(0, "situation", "Tình hình");

        var outcome = await WriteAsync(0, section, text);

        Assert.Equal(new ReturnChangedMeanwhile(), outcome.Refusal);
        Assert.Equal("Tình hình", Assert.Single((await NarrativeAsync(1)).Texts).Value.Text);
    }

    [Fact]
    public async Task Of_two_that_write_at_once_one_is_told_so()
    {
        var (first, second) = (Stored(), Stored());
        await first.Returns.LoadAsync(Ct);
        await second.Returns.LoadAsync(Ct);

        var written = await UseCase(first).RunAsync(Id, 0, "situation", new TypedSection("Một", []), Officer, Ct);
        var late = await UseCase(second).RunAsync(Id, 0, "situation", new TypedSection("Hai", []), Officer, Ct);

        Assert.Equal((null, new ReturnChangedMeanwhile()), (written.Refusal, late.Refusal));
        Assert.Equal("Một", (await Stored().ReturnTexts.SingleAsync(Ct)).Text);
    }

    [Fact]
    public async Task What_was_sent_stays_and_the_mended_version_begins_with_it()
    {
        await WriteAsync(0, "situation", "Tình hình");
        await WriteAsync(1, "results", "Kết quả");
        await MendAsync();

        Assert.Equal(2, (await NarrativeAsync(2)).Texts.Count);
        await WriteAsync(2, "situation", "Tình hình, bổ sung");
        await WriteAsync(3, "results", "");

        Assert.Equal(["Kết quả", "Tình hình"], (await NarrativeAsync(1)).Texts.OrderBy(text => text.Key).Select(text => text.Value.Text));
        Assert.Equal(["", "Tình hình, bổ sung"], (await NarrativeAsync(2)).Texts.OrderBy(text => text.Key).Select(text => text.Value.Text));
    }

    [Fact]
    public async Task Difficulties_are_kept_one_by_one_and_a_blank_one_is_none()
    {
        await ListAsync(0, "difficulties", ("Thiếu kinh phí", "bỏ qua"), (" ", null), ("Thiếu giáo viên", null));

        var items = (await NarrativeAsync(1)).Items;
        Assert.Equal([(1, "Thiếu kinh phí", ""), (2, "Thiếu giáo viên", "")], items.Select(item => (item.Number, item.Text, item.Addressee)));
        Assert.All(items, item => Assert.Equal((DifficultyKind.Difficulty, 1, (int?)null), (item.Kind, item.SinceVersion, item.EndedIn)));
    }

    [Fact]
    public async Task A_proposal_says_with_whom_it_is_made()
    {
        await ListAsync(0, "proposals", ("Bố trí kinh phí", "UBND tỉnh\r\n"));

        Assert.Equal((DifficultyKind.Proposal, "UBND tỉnh"), Assert.Single((await NarrativeAsync(1)).Items) is var item ? (item.Kind, item.Addressee) : default);
    }

    [Fact]
    public async Task What_was_never_sent_is_typed_over_and_taken_away()
    {
        var ids = await ListAsync(0, "difficulties", ("Thiếu kinh phí", null), ("Thiếu giáo viên", null));

        await ItemsAsync(1, "difficulties", [new TypedItem(ids[0], "Thiếu kinh phí năm 2026", null)]);

        Assert.Equal((ids[0], "Thiếu kinh phí năm 2026"), await Stored().Difficulties.SingleAsync(Ct) is var row ? (row.Id, row.Text) : default);
    }

    [Fact]
    public async Task What_was_sent_says_what_it_said_and_the_mended_version_says_it_anew()
    {
        var ids = await ListAsync(0, "difficulties", ("Thiếu kinh phí", null), ("Thiếu giáo viên", null), ("Thiếu phòng", null));
        await MendAsync();

        await ItemsAsync(1, "difficulties", [new TypedItem(ids[0], "Thiếu kinh phí", null), new TypedItem(ids[1], "Thiếu 2 giáo viên", null)]);

        Assert.Equal(["Thiếu kinh phí", "Thiếu giáo viên", "Thiếu phòng"], (await NarrativeAsync(1)).Items.Select(item => item.Text));
        Assert.Equal(["Thiếu kinh phí", "Thiếu 2 giáo viên"], (await NarrativeAsync(2)).Items.Select(item => item.Text));
        Assert.Equal(ids[0], (await NarrativeAsync(2)).Items[0].Id);
    }

    [Fact]
    public async Task The_same_list_again_changes_nothing_and_an_id_of_another_report_is_not_taken_over()
    {
        var other = Given.Return(Round, Given.Place("Vĩnh Định", under: Province));
        var ids = await ListAsync(0, "difficulties", ("Thiếu kinh phí", null));
        IReadOnlyList<TypedItem> items = [new TypedItem(ids[0], "Thiếu kinh phí", null)];

        var again = await ItemsAsync(0, "difficulties", items);
        var elsewhere = await UseCase(Stored()).RunAsync(
            other, 0, "difficulties", new TypedSection(null, items), Officer with { PlaceId = (await StoredReturnAsync(other)).SubjectId }, Ct);

        Assert.Equal((null, null), (again.Refusal, elsewhere.Refusal));
        Assert.Equal(2, await Stored().Difficulties.CountAsync(Ct));
        Assert.Equal(Id, (await Stored().Difficulties.SingleAsync(row => row.Id == ids[0], Ct)).ReturnId);
    }

    [Fact]
    public async Task A_neighbours_report_does_not_exist()
    {
        var neighbour = Officer with { PlaceId = Given.Place("Vĩnh Định", under: Province) };

        Assert.Equal(new ReturnNotFound(), (await UseCase(Db).RunAsync(Id, 0, "situation", new TypedSection("x", []), neighbour, Ct)).Refusal);
    }

    [Fact]
    public async Task A_round_without_an_outline_asks_for_no_words()
    {
        var id = Given.Return(Given.Round("2026-b", FormPack), Commune);

        Assert.Equal(new OutlineNotAsked(), (await UseCase(Db).RunAsync(id, 0, "situation", new TypedSection("x", []), Officer, Ct)).Refusal);
    }

    [Theory]
    [InlineData("khong-co")]
    [InlineData("tasks")]
    public async Task A_section_that_is_not_this_senders_is_not_found(string section) =>
        Assert.Equal(new OutlineSectionNotFound(section), (await WriteAsync(0, section, "x")).Refusal);

    [Theory]
    [InlineData(Role.CommuneLeader)]
    [InlineData(Role.StandingAgency)]
    public async Task Only_who_types_the_figures_writes(Role role) =>
        Assert.Equal(new ReturnNotYoursToFill(), (await UseCase(Db).RunAsync(Id, 0, "situation", new TypedSection("x", []), As(role), Ct)).Refusal);

    [Theory]
    [InlineData(ReturnState.AwaitingLeader)]
    [InlineData(ReturnState.Approved)]
    [InlineData(ReturnState.Sent)]
    [InlineData(ReturnState.Confirmed)]
    public async Task What_is_out_of_the_officers_hands_is_not_written(ReturnState state)
    {
        var id = Given.Return(Given.Round("2026-b", FormPack, outlinePackId: Round.OutlinePackId), Commune, state);

        Assert.Equal(new ReturnNotEditable(state), (await UseCase(Db).RunAsync(id, 0, "situation", new TypedSection("x", []), Officer, Ct)).Refusal);
    }

    [Fact]
    public async Task A_section_has_its_length_and_so_has_a_list()
    {
        var item = new string('x', SaveReportSection.LongestItem);
        (string, string?)[] many = [.. Enumerable.Repeat(("x", (string?)null), SaveReportSection.MostItems)];

        Assert.Equal(new SectionTooLong(20_000), (await WriteAsync(0, "situation", new string('x', SaveReportSection.LongestText + 1))).Refusal);
        Assert.Equal(new DifficultyTooLong(2_000), await RefusalAsync((item + "x", null)));
        Assert.Equal(new DifficultyTooLong(200), await RefusalAsync(("x", new string('x', SaveReportSection.LongestAddressee + 1))));
        Assert.Equal(new DifficultiesTooMany(50), await RefusalAsync([.. many, ("x", null)]));
        Assert.Empty(await Stored().Difficulties.ToListAsync(Ct));
        Assert.Null((await WriteAsync(0, "situation", new string('x', SaveReportSection.LongestText))).Refusal);
        await ListAsync(1, "proposals", [.. many[1..], (item, new string('x', SaveReportSection.LongestAddressee))]);
        Assert.Equal(50, await Stored().Difficulties.CountAsync(Ct));
    }

    private async Task<Refusal?> RefusalAsync(params IReadOnlyList<(string Text, string? Addressee)> items) =>
        (await ItemsAsync(0, "proposals", [.. items.Select(item => new TypedItem(new DifficultyId(Guid.NewGuid()), item.Text, item.Addressee))])).Refusal;
}
