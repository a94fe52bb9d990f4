using System.Text;
using System.Text.RegularExpressions;

namespace HieuHoc.Access;

/// <summary>How user names are written and compared: in lower case, without blanks around them.</summary>
public static partial class UserNames
{
    /// <summary>The form in which a user name is stored and searched.</summary>
    public static string Normal(string typed) => typed.Trim().Normalize(NormalizationForm.FormC).ToLowerInvariant();

    /// <summary>True for 3 to 40 letters a–z, digits, dots, hyphens and underscores, with a letter or digit at both ends.</summary>
    public static bool IsWellFormed(string normal) => Form().IsMatch(normal);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9._-]{1,38}[a-z0-9]\z")]
    private static partial Regex Form();
}
