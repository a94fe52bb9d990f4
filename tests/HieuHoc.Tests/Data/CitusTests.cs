using HieuHoc.Testing;

namespace HieuHoc.Tests.Data;

public sealed class CitusTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // A new table is added here, or decided to be small enough for every node.
    [Fact]
    public async Task The_tables_that_grow_with_people_are_distributed_and_no_others()
    {
        string[] expected =
        [
            "annual_row", "api_token", "attachment", "audit_entry", "audit_salt", "audit_seal", "audit_unsealed", "authenticator", "budget_entry", "budget_request",
            "budget_request_step", "budget_round", "cell_mark", "cell_remark", "committee", "committee_decision", "committee_member", "delegation", "device", "difficulty",
            "document_relation", "document_text", "document_vocabulary", "enrolment", "figure", "figure_source", "finding", "finding_word", "fund_entry", "job", "mail_address",
            "official_document", "outgoing_mail", "own_value", "passkey", "person", "pilot", "pilot_area", "pilot_evaluation", "pilot_measure", "pilot_value", "plan", "plan_decision", "plan_version", "programme_task", "received_record", "recovery_code", "reminder",
            "report", "report_text", "return", "return_move", "return_paper", "return_reason", "return_text", "return_version", "role_grant", "roll_up", "round", "round_extension",
            "round_extension_subject", "round_form", "row_progress", "sample_survey", "session", "staged_figure", "study_fund", "superseded_figure", "task_agency", "task_report", "task_source",
            "visit", "visit_point",
        ];
        await using var database = await MigratedAsync();

        var tables = await Schema.ReadAsync(database.Engine, Ct);

        Assert.Equal(expected, tables.Where(CitusRules.IsDistributed).Select(table => table.Name));
    }

    [Fact]
    public async Task The_schema_can_be_distributed()
    {
        await using var database = await MigratedAsync();

        var tables = await Schema.ReadAsync(database.Engine, Ct);

        Assert.Empty(CitusRules.Broken(tables));
    }

    [Theory]
    [InlineData("create table bad (id integer)", "has no primary key")]
    [InlineData("create table bad (id integer primary key, owner smallint)", "has an owner, but its key")]
    [InlineData("create table bad (id integer, owner smallint, primary key (id, owner))", "has an owner, but its key")]
    [InlineData("create table bad (owner integer, id integer, primary key (owner, id))", "no smallint")]
    [InlineData("create table bad (owner smallint, id uuid, code text unique, primary key (owner, id))", "(code) is unique over all owners")]
    [InlineData(
        "create table bad (owner smallint, id uuid, code text, primary key (owner, id)); create unique index on bad (code) where code <> ''",
        "(code) is unique over all owners")]
    [InlineData(
        "create table bad (owner smallint, id uuid, code text, primary key (owner, id)); create unique index on bad (lower(code))",
        "(lower(code)) is unique over all owners")]
    [InlineData(
        "create table bad (owner smallint, id uuid, days daterange, primary key (owner, id), exclude using gist (days with &&))",
        "(days) is unique over all owners")]
    [InlineData(
        "create table bad (owner smallint, id uuid, other smallint, primary key (owner, id), foreign key (other, id) references person (owner, id))",
        "not from owner to owner")]
    [InlineData(
        "create table bad (owner smallint primary key references owner (id) on delete set null)",
        "would lose its owner")]
    [InlineData(
        "create table bad (id uuid primary key, other smallint, foreign key (other, id) references person (owner, id))",
        "refers to the distributed person")]
    [InlineData(
        """
        create table bad (owner smallint primary key);
        create trigger watch before update on bad for each row execute function suppress_redundant_updates_trigger()
        """,
        "has the trigger watch")]
    public async Task A_table_that_Citus_would_refuse_is_found(string sql, string expected)
    {
        await using var database = await MigratedAsync();
        await using var db = database.Open();
        await database.Engine.ExecuteAsync(db, sql, [], Ct);

        var broken = CitusRules.Broken(await Schema.ReadAsync(database.Engine, Ct));

        var sentence = Assert.Single(broken);
        Assert.StartsWith("bad: ", sentence, StringComparison.Ordinal);
        Assert.Contains(expected, sentence, StringComparison.Ordinal);
    }

    private static async Task<TestDatabase> MigratedAsync()
    {
        var database = await TestDatabase.EmptyPostgresAsync(Ct);
        await database.Engine.MigrateAsync(Ct);

        return database;
    }
}
