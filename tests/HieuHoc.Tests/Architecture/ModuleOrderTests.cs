using System.Text.RegularExpressions;
using HieuHoc.Platform;

namespace HieuHoc.Tests.Architecture;

public sealed partial class ModuleOrderTests
{
    private static readonly string[] Modules =
    [
        "Platform", "Places", "Agencies", "Access", "Documents", "Register", "Figures", "Returns", "Programmes", "Standards",
        "Centres", "Titles", "Outreach", "Emulation", "Reporting", "Exchange", "Demo",
    ];

    /// <summary>Projects of their own, which every module may use.</summary>
    private static readonly string[] Leaves = ["Papers", "PlanReading", "Rules"];

    private static readonly ModuleOrder Order = new("HieuHoc", Modules);

    private static readonly ModuleOrder SampleOrder = new("HieuHoc.Tests.Architecture.Samples", ["Early", "Late"]);

    [Fact]
    public void A_module_uses_only_itself_and_those_before_it() =>
        Assert.Empty(Order.Violations(typeof(HieuHocDb).Assembly));

    // A constant is copied where it is used and leaves no trace in what is compiled; its using directive does.
    [Fact]
    public void A_file_names_only_its_own_module_and_those_before_it()
    {
        var wrong =
            from file in SourceFile.Under("src/HieuHoc")
            let module = Order.Of(Namespace().Match(file.Code).Groups[1].Value)
            where module is { Length: > 0 }
            from Match directive in Using().Matches(file.Code)
            let used = Order.Of(directive.Groups[1].Value)
            where used is not null && !Leaves.Contains(used) && !Order.May(module, used)
            select new Violation(file.Path, used);

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_namespace_below_the_root_is_a_module_of_the_order() =>
        Assert.Empty(Order.Unknown(typeof(HieuHocDb).Assembly));

    [Fact]
    public void A_wrong_order_is_found()
    {
        var backwards = new ModuleOrder("HieuHoc", [.. Modules.Reverse()]);

        var violations = backwards.Violations(typeof(HieuHocDb).Assembly);

        Assert.Contains(new Violation("HieuHoc.Access.PersonId", "HieuHoc.Platform.IRecordId"), violations);
    }

    [Theory]
    [InlineData("ByAttribute")]
    [InlineData("ByBase")]
    [InlineData("ByCall")]
    [InlineData("ByCatch")]
    [InlineData("ByConstraint")]
    [InlineData("ByField")]
    [InlineData("ByGenericArgument")]
    [InlineData("ByInterface")]
    [InlineData("ByLambdaInAsync")]
    [InlineData("ByTypeOf")]
    public void Every_way_to_use_a_type_is_seen(string sample)
    {
        var violations = SampleOrder.Violations(typeof(ModuleOrderTests).Assembly);

        Assert.Contains(violations, violation => violation.Type.Split('.', '`').Contains(sample));
    }

    [Fact]
    public void What_looks_back_or_stays_within_its_module_is_no_violation()
    {
        var violations = SampleOrder.Violations(typeof(ModuleOrderTests).Assembly);

        Assert.DoesNotContain(violations, violation => violation.Type.Contains("LooksBack", StringComparison.Ordinal));
        Assert.DoesNotContain(violations, violation => violation.Type.Contains(".Late.", StringComparison.Ordinal));
    }

    [Fact]
    public void What_puts_the_modules_together_is_known_to_none_of_them()
    {
        var violations = SampleOrder.Violations(typeof(ModuleOrderTests).Assembly);

        Assert.Contains(violations, violation => violation.Type.EndsWith(".Early.UsesTheRoot", StringComparison.Ordinal));
        Assert.DoesNotContain(violations, violation => violation.Type.EndsWith(".Composition", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using (?:static )?(?:\w+ = )?(HieuHoc[\w.]*);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
