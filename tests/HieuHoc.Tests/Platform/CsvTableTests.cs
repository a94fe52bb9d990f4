using HieuHoc.Platform;

namespace HieuHoc.Tests.Platform;

public sealed class CsvTableTests
{
    private readonly List<FileMistake> mistakes = [];

    [Theory]
    [InlineData("code,name\n1,Hải Lăng\n2,Vĩnh Định\n")]
    [InlineData("code,name\r\n1,Hải Lăng\r\n2,Vĩnh Định")]
    [InlineData("\uFEFFcode,name\n1,Hải Lăng\n2,Vĩnh Định\n")]
    [InlineData("code;name\n1;Hải Lăng\n2;Vĩnh Định\n")]
    [InlineData("code,name,remark\n1,Hải Lăng,a\n2,Vĩnh Định,\n")]
    [InlineData("code, name\n 1 ,Hải Lăng \n\n   \n2,\tVĩnh Định\n\n")]
    [InlineData("\"code\",\"name\"\n\"1\",\"Hải Lăng\"\n2, \"Vĩnh Định\" \n")]
    public void A_table_is_read_however_a_spreadsheet_saved_it(string text)
    {
        Assert.Equal([("1", "Hải Lăng"), ("2", "Vĩnh Định")], Read(text).Select(row => (row["code"], row["name"])));
        Assert.Empty(mistakes);
    }

    [Theory]
    [InlineData("\"a, b\"", "a, b")]
    [InlineData("\"the \"\"old\"\" one\"", "the \"old\" one")]
    [InlineData("\"\"\"a\"\"\"", "\"a\"")]
    [InlineData("\"\"", "")]
    [InlineData("", "")]
    [InlineData("\"a\r\nb,\n\nc\"", "a\nb,\n\nc")]
    public void Between_quotes_stands_anything(string written, string read)
    {
        Assert.Equal(read, Assert.Single(Read($"code,name\n1,{written}\n"))["name"]);
        Assert.Empty(mistakes);
    }

    [Fact]
    public void A_row_is_named_by_the_line_on_which_it_begins()
    {
        var rows = Read("code,name\n\n1,\"a\nb\"\n2,c\n");

        Assert.Equal([(3, "list.csv:3"), (5, "list.csv:5")], rows.Select(row => (row.Line, row.Where)));
    }

    [Fact]
    public void A_line_with_too_few_or_too_many_fields_is_told_and_the_others_are_read()
    {
        var rows = Read("code,name\n1\n2,b\n3,c,d\n4,\"e\",\"f\"\n");

        Assert.Equal("2", Assert.Single(rows)["code"]);
        Assert.Equal([Line(2, "1"), Line(4, "3,c,d"), Line(5, "4,\"e\",\"f\"")], mistakes);
    }

    [Fact]
    public void A_quote_that_is_never_closed_is_told_where_it_opens()
    {
        var rows = Read("code,name\n1,a\n2,\"b\n3,c\n");

        Assert.Equal("1", Assert.Single(rows)["code"]);
        Assert.Equal([Line(3, "2,\"b")], mistakes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("name,code\n1,a\n")]
    [InlineData("code\n1\n")]
    [InlineData("code,\"name\n1,a\n")]
    public void Other_columns_than_expected_are_told_once_and_nothing_is_read(string text)
    {
        Assert.Empty(Read(text));
        Assert.Equal([new FileMistake("list.csv:1", "file.mistake.columns", "code,name")], mistakes);
    }

    [Fact]
    public void Rows_are_read_one_by_one()
    {
        using var reader = new StringReader("code,name\n1,a\n2,b\n3,c\n");

        Assert.Equal("1", CsvTable.Read(reader, "list.csv", ["code", "name"], mistakes).First()["code"]);
        Assert.Equal("2,b", reader.ReadLine());
    }

    private static FileMistake Line(int line, string text) => new($"list.csv:{line}", "file.mistake.line", text);

    private List<CsvRow> Read(string text)
    {
        using var reader = new StringReader(text);

        return [.. CsvTable.Read(reader, "list.csv", ["code", "name"], mistakes)];
    }
}
