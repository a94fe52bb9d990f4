using HieuHoc.Access;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Programmes;
using HieuHoc.Programmes.Plans;
using HieuHoc.Reporting;
using HieuHoc.Returns;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Reporting;

public sealed class BuildRoundPapersTests : ReportTest
{
    private BuildRoundPapers Papers
    {
        get
        {
            var db = Stored();

            return new BuildRoundPapers(
                db, Shelf, new JudgeTargets(db, Shelf, new ReadIndicators(db, Shelf), new PlanShelf()), new ReadRoundProgress(db, Clock), new ReadRoundCommunes(db), Clock, new Texts());
        }
    }

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Given.Return(Round, Commune);
        Time.MoveTo(new DateTimeOffset(2026, 12, 2, 9, 0, 0, TimeSpan.FromHours(7)));
    }

    [Fact]
    public async Task The_letter_asks_by_title_with_period_cut_off_and_due_day_and_is_numbered_by_the_clerk()
    {
        await GivenPlanAsync();

        var paper = (await Papers.LetterAsync(Round.Id, Agency, Ct)).Value.Paper;

        var words = string.Join('\n', WordText.Of(paper).Lines);
        Assert.Null(paper.Type);
        Assert.Equal("báo cáo 2026", paper.Abstract);
        Assert.StartsWith("Số:          /", paper.NumberPattern, StringComparison.Ordinal);
        Assert.DoesNotContain("BC-", paper.NumberPattern, StringComparison.Ordinal);
        Assert.Contains("Số liệu từ ngày 01/01/2026 đến ngày 31/12/2026; ngày chốt số liệu: 31/10/2026.", words, StringComparison.Ordinal);
        Assert.Contains("Các xã, phường, đặc khu gửi chậm nhất hết ngày 29/11/2026.", words, StringComparison.Ordinal);
        Assert.Contains("thứ Sáu 27/11/2026", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "/")]
    [InlineData("/SGDĐT-GDTX", "/SGDĐT-GDTX")]
    public async Task Both_papers_bear_the_symbol_of_the_agency_s_letters_and_the_clerk_writes_it_where_the_pack_has_none(string? symbol, string printed)
    {
        await GivenPlanAsync(plan => plan with { LetterSymbol = symbol });

        var (letter, progress) = ((await Papers.LetterAsync(Round.Id, Agency, Ct)).Value.Paper, (await Papers.ProgressAsync(Round.Id, Agency, Ct)).Value.Paper);

        Assert.Equal($"Số:          {printed}", letter.NumberPattern);
        Assert.Equal(letter.NumberPattern, progress.NumberPattern);
        Assert.All(letter.Annexes, annex => Assert.Contains(printed, annex.Reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Reports_go_to_the_standing_agency_unless_the_round_names_somebody()
    {
        var plan = await GivenPlanAsync();
        var usual = WordText.Of((await Papers.LetterAsync(Round.Id, Agency, Ct)).Value.Paper).Lines;
        await Stored().Rounds.ExecuteUpdateAsync(
            round => round.SetProperty(row => row.Addressee, "UBND tỉnh\nSở Nội vụ").SetProperty(row => row.CopyTo, "Hội Khuyến học tỉnh"), Ct);

        var letter = (await Papers.LetterAsync(Round.Id, Agency, Ct)).Value.Paper;

        Assert.Contains(usual, line => line.Contains($"Báo cáo gửi: {plan.StandingAgency.Vi}.", StringComparison.Ordinal));
        Assert.Contains(WordText.Of(letter).Lines, line => line.Contains("Báo cáo gửi: UBND tỉnh; Sở Nội vụ.", StringComparison.Ordinal));
        Assert.Contains("Hội Khuyến học tỉnh", letter.Recipients);
    }

    [Fact]
    public async Task The_letter_carries_the_list_of_recipients_and_every_form_to_be_filled_in()
    {
        await GivenPlanAsync();

        var paper = (await Papers.LetterAsync(Round.Id, Agency, Ct)).Value.Paper;

        Assert.Equal(["I", "II"], paper.Annexes.Select(annex => annex.Number));
        Assert.Contains(WordText.Of(paper).Tables, table => table.Any(row => row.SequenceEqual(["1", "Xã Hải Lăng", "Mô hình học tập và công dân học tập"])));
    }

    [Fact]
    public async Task The_progress_table_says_who_is_late_and_who_was_given_time_by_which_decision_and_why()
    {
        await GivenPlanAsync();
        var flooded = Given.Place("Vĩnh Định", under: Province);
        Given.Return(Round, flooded);
        await new ExtendRound(Stored(), Clock).RunAsync(
            new NewExtension(new ExtensionId(Guid.NewGuid()), Round.Id, "Công văn số 7", new(2026, 11, 6), "Bão lũ", new(2026, 12, 4), [flooded]), Agency, Ct);

        var paper = WordText.Of((await Papers.ProgressAsync(Round.Id, Agency, Ct)).Value.Paper);

        var rows = paper.Tables.SelectMany(table => table).Where(row => row.Count == 8).ToList();
        Assert.Contains(rows, row => row.SequenceEqual(["1", "Xã Hải Lăng", "Đang nhập", "29/11/2026", "", "3", "", ""]));
        Assert.Contains(rows, row => row.SequenceEqual(["2", "Xã Vĩnh Định", "Đang nhập", "04/12/2026", "", "", "Công văn số 7: Bão lũ", ""]));
        Assert.Contains(paper.Lines, line => line.Contains("1 đơn vị được gia hạn đến 04/12/2026 theo Công văn số 7 ngày 06/11/2026: Bão lũ.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_reminder_lists_who_owes_what_since_when_and_whom_to_call_and_counts_the_villages()
    {
        await GivenPlanAsync();
        Given.Person(Role.CommuneOfficer, Commune, userName: "Cán bộ xã Hải Lăng");
        Given.Return(Round, Given.Place("Vĩnh Định", under: Province), ReturnState.ToMend);
        Given.Return(Round, Given.Place("Khe Sanh", under: Province), ReturnState.Sent);
        Given.Return(Round, Given.Place("Một", under: Commune));

        var paper = (await Papers.ReminderAsync(Round.Id, Agency, Ct)).Value;

        var words = WordText.Of(paper.Paper);
        Assert.Null(paper.Paper.Type);
        Assert.Equal(("đôn đốc gửi báo cáo 2026", "cong-van-don-doc-2026.docx"), (paper.Paper.Abstract, paper.FileName));
        Assert.Contains(words.Lines, line => line.Contains("2 trong 4 đơn vị gửi báo cáo", StringComparison.Ordinal));
        Assert.Contains(words.Lines, line => line.Contains("1 thôn, bản, tổ dân phố của 1 xã, phường, đặc khu chưa gửi", StringComparison.Ordinal));
        var rows = words.Tables.SelectMany(table => table).ToList();
        Assert.Contains(rows, row => row.SequenceEqual(["1", "Xã Hải Lăng", "Quá hạn", "29/11/2026", "3", "Cán bộ xã Hải Lăng"]));
        Assert.Contains(rows, row => row.SequenceEqual(["2", "Xã Vĩnh Định", "Đang bổ sung, đính chính", "29/11/2026", "", ""]));
        Assert.DoesNotContain(rows, row => row.Contains("Xã Khe Sanh"));
        Assert.Contains(rows, row => row.SequenceEqual(["1", "Xã Hải Lăng", "1", "1"]));
        Assert.Equal(["I", "II"], paper.Paper.Annexes.Select(annex => annex.Number));
    }

    [Fact]
    public async Task The_list_of_villages_is_by_commune_and_of_those_that_have_not_sent()
    {
        await GivenPlanAsync();
        Given.Return(Round, Given.Place("Một", under: Commune));
        Given.Return(Round, Given.Place("Hai", under: Commune), ReturnState.Sent);
        var officer = As(Role.CommuneOfficer);

        var whole = (await Papers.VillagesAsync(Round.Id, Agency, Ct)).Value.Paper;
        var own = (await Papers.VillagesAsync(Round.Id, officer, Ct)).Value;

        Assert.Contains(WordText.Of(whole).Lines, line => line.Contains("1. Xã Hải Lăng (1)", StringComparison.Ordinal));
        Assert.Contains(WordText.Of(whole).Tables.SelectMany(table => table), row => row.SequenceEqual(["1", "Thôn Một", "29/11/2026", "3", ""]));
        Assert.DoesNotContain(WordText.Of(whole).Tables.SelectMany(table => table), row => row.Contains("Thôn Hai"));
        Assert.Equal(("Ủy ban nhân dân Xã Hải Lăng", "thon-chua-gui-2026.docx"), (own.Paper.Issuer, own.FileName));
        Assert.NotEqual(own.Paper.Issuer, whole.Issuer);
    }

    [Fact]
    public async Task Where_no_village_owes_there_is_no_list_and_who_receives_none_gets_none()
    {
        await GivenPlanAsync();

        Assert.Equal(new NoVillageOwes(), (await Papers.VillagesAsync(Round.Id, Agency, Ct)).Refusal);
        Assert.Equal(new RoundPaperNotYours(), (await Papers.VillagesAsync(Round.Id, As(Role.Leader), Ct)).Refusal);
        Assert.Equal(new RoundNotFound(), (await Papers.VillagesAsync(new RoundId(Guid.NewGuid()), Agency, Ct)).Refusal);
        Assert.Equal(new RoundNotFound(), (await Papers.ReminderAsync(new RoundId(Guid.NewGuid()), Agency, Ct)).Refusal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_demonstration_is_marked_on_every_paper(bool demo)
    {
        await GivenPlanAsync();
        await Stored().Owners.ExecuteUpdateAsync(owner => owner.SetProperty(row => row.Demo, demo), Ct);

        foreach (var built in new[] { await Papers.LetterAsync(Round.Id, Agency, Ct), await Papers.ProgressAsync(Round.Id, Agency, Ct), await Papers.ReminderAsync(Round.Id, Agency, Ct) })
        {
            Assert.Equal(demo ? ("SỐ LIỆU MINH HỌA", "Nguyễn Văn Mẫu") : (null, null), (built.Value.Paper.Watermark, built.Value.Paper.Signature.SignerName));
        }
    }

    [Theory]
    [InlineData(Role.CommuneOfficer)]
    [InlineData(Role.Leader)]
    public async Task They_are_the_standing_agency_s(Role role)
    {
        Assert.Equal(new RoundPaperNotYours(), (await Papers.LetterAsync(Round.Id, As(role), Ct)).Refusal);
        Assert.Equal(new RoundPaperNotYours(), (await Papers.ProgressAsync(Round.Id, As(role), Ct)).Refusal);
        Assert.Equal(new RoundPaperNotYours(), (await Papers.ReminderAsync(Round.Id, As(role), Ct)).Refusal);
    }

    [Fact]
    public async Task Without_a_round_or_a_described_programme_there_is_no_paper()
    {
        Assert.Equal(new RoundNotFound(), (await Papers.LetterAsync(new RoundId(Guid.NewGuid()), Agency, Ct)).Refusal);
        Assert.Equal(new ProgrammeNotDescribed(2026), (await Papers.ProgressAsync(Round.Id, Agency, Ct)).Refusal);
    }
}
