using System.Runtime.CompilerServices;
using HieuHoc.Rules;

namespace HieuHoc.Returns;

/// <summary>The rules of a form's checks, parsed once: each return is judged by all of them, and parsing takes far longer.</summary>
internal static class CheckRules
{
    // Beside the checks and not in them: two that say the same are equal.
    private static readonly ConditionalWeakTable<FormCheck, Rule> parsed = [];

    /// <summary>The rule of a check, one of a pack that was checked.</summary>
    /// <exception cref="RuleException">Its text is no rule.</exception>
    public static Rule Of(FormCheck check) => parsed.GetValue(check, of => Rule.Parse(of.Rule));
}
