using FsCheck;
using FsCheck.Fluent;
using HieuHoc.Platform;
using HieuHoc.Programmes.Committees;
using HieuHoc.Tests.Figures;

namespace HieuHoc.Tests.Programmes.Committees;

public sealed class CommitteeLinesTests
{
    private static readonly Texts Words = new();

    [Theory]
    [InlineData("Nguyễn Văn Mẫu; Phó Chủ tịch UBND tỉnh; Trưởng ban", "Nguyễn Văn Mẫu", "Phó Chủ tịch UBND tỉnh", CommitteeDuty.Head, "")]
    [InlineData("1\tÔng Nguyễn Văn Mẫu\tGiám đốc\tPhó Trưởng ban thường trực\tSở GDĐT", "Ông Nguyễn Văn Mẫu", "Giám đốc", CommitteeDuty.StandingDeputy, "Sở GDĐT")]
    [InlineData("2.\tTrần Thị Mẫu\tChủ tịch\tHội Khuyến học tỉnh\tPhó Trưởng Ban Chỉ đạo", "Trần Thị Mẫu", "Chủ tịch", CommitteeDuty.Deputy, "Hội Khuyến học tỉnh")]
    [InlineData("Lê Văn Mẫu; Trưởng ban; Ban Tuyên giáo; Thành viên", "Lê Văn Mẫu", "Trưởng ban", CommitteeDuty.Member, "Ban Tuyên giáo")]
    [InlineData("Lê Văn Mẫu;; UY VIEN - THƯ KÝ", "Lê Văn Mẫu", "", CommitteeDuty.Secretary, "")]
    [InlineData("Lê Văn Mẫu; Ủy viên", "Lê Văn Mẫu", "", CommitteeDuty.Member, "")]
    public void A_line_is_read_as_tables_of_decisions_write_it(string line, string name, string post, CommitteeDuty duty, string agency) =>
        Assert.Equal([new StatedMember(name, post, duty, agency)], CommitteeLines.Read(line).Value);

    [Theory]
    [InlineData("Nguyễn Văn Mẫu; Trưởng ban\n\nLê Văn Mẫu; Chủ tịch", 3)]
    [InlineData("Trưởng ban", 1)]
    [InlineData("Nguyễn Văn Mẫu", 1)]
    public void A_line_without_a_duty_is_told_with_its_number(string typed, int line) =>
        Assert.Equal(new CommitteeLineUnread(line), CommitteeLines.Read(typed).Refusal);

    [Theory]
    [InlineData(null)]
    [InlineData(" \r\n\t\n;;\n")]
    public void Nothing_is_nobody(string? typed) => Assert.Empty(CommitteeLines.Read(typed).Value);

    [Fact]
    public void What_is_written_is_read_back() => Always.Holds(
        ListOf(Members), members => CommitteeLines.Read(CommitteeLines.Write(members, WordsOf).ReplaceLineEndings("\r\n")).Value.SequenceEqual(members), 300);

    [Fact]
    public void Every_duty_is_read_from_its_own_words() =>
        Assert.All(Enum.GetValues<CommitteeDuty>(), duty => Assert.Equal(duty, CommitteeLines.Read($"Mẫu; {WordsOf(duty)}").Value.Single().Duty));

    private static string WordsOf(CommitteeDuty duty) => Words.In("vi", Texts.KeyOf(duty));

    private static Gen<StatedMember> Members =>
        from name in Gen.Elements("Nguyễn Văn Mẫu", "Trần Thị Mẫu", "A")
        from post in Gen.Elements("", "Chủ tịch", "Trưởng ban", "Phó Giám đốc, Bí thư")
        from duty in Gen.Elements(Enum.GetValues<CommitteeDuty>())
        from agency in Gen.Elements("", "Sở GDĐT", "Hội Khuyến học tỉnh")
        select new StatedMember(name, post, duty, agency);

    private static Gen<List<StatedMember>> ListOf(Gen<StatedMember> member) => from all in member.ListOf() select all.ToList();
}
