using System.CommandLine;
using System.Globalization;

namespace HieuHoc.Cli.Commands;

/// <summary><c>--year</c>: a year that a calendar has.</summary>
internal static class YearOption
{
    public static Option<int> Make()
    {
        var year = new Option<int>("--year") { Required = true, Description = Say.Text("cli.year") };
        year.Validators.Add(result =>
        {
            // What is no number at all is told by the parser itself.
            if (int.TryParse(result.Tokens.SingleOrDefault()?.Value, CultureInfo.InvariantCulture, out var number) && number is < 1 or > 9999)
            {
                result.AddError(Say.Text("cli.year.wrong"));
            }
        });

        return year;
    }
}
