using HieuHoc.Access;
using HieuHoc.Testing;

namespace HieuHoc.Tests.Access;

[RunsOnce]
public sealed class MaskedNameTests
{
    [Theory]
    [InlineData("Nguyễn Văn Mẫu, Sở GDĐT", "N. V. M., Sở GDĐT")]
    [InlineData("Nguyễn Văn Mẫu", "N. V. M.")]
    public void Of_a_line_the_name_before_the_comma_is_masked_for_who_sees_no_names(string line, string masked)
    {
        Assert.Equal(masked, MaskedName.InLine(new Actor(1, null, Role.Auditor, 1), line));
        Assert.Equal(line, MaskedName.InLine(new Actor(1, null, Role.StandingAgency, 1), line));
    }
}
