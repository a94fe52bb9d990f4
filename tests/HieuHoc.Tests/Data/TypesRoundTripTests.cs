using System.Globalization;
using HieuHoc.Access;
using HieuHoc.Figures;
using HieuHoc.Places;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Testing;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Tests.Data;

public sealed class TypesRoundTripTests : DatabaseTest
{
    private static readonly PersonId Someone = new(new Guid("01890a5d-ac96-774b-bcce-b302099a8057"));

    [Fact]
    public async Task An_id_that_a_person_chose_is_stored_in_the_order_of_its_text()
    {
        Given.Owner(Given.Place());
        Db.Add(Person(Someone));
        await Db.SaveChangesAsync(Ct);

        var row = await RowAsync(Engine.Name == "sqlite"
            ? "select typeof(id), length(id), lower(hex(id)) from person"
            : "select pg_typeof(id)::text, length(uuid_send(id))::bigint, encode(uuid_send(id), 'hex') from person");

        Assert.Equal([Engine.Name == "sqlite" ? "blob" : "uuid", 16L, "01890a5dac96774bbcceb302099a8057"], row);
        Assert.Equal(Someone, (await Stored().People.SingleAsync(Ct)).Id);
    }

    [Fact]
    public async Task Rows_sorted_by_id_stand_in_the_order_of_its_text()
    {
        Given.Owner(Given.Place());
        var random = new Random(20_261_120);
        var ids = Enumerable.Range(0, 200).Select(_ => new PersonId(RandomGuid(random))).ToList();
        Db.AddRange(ids.Select(Person));
        await Db.SaveChangesAsync(Ct);

        var sorted = await Stored().People.OrderBy(person => person.Id).Select(person => person.Id).ToListAsync(Ct);

        Assert.Equal(ids.OrderBy(id => id.Value.ToString(), StringComparer.Ordinal), sorted);
    }

    [Fact]
    public async Task A_row_is_found_by_its_id()
    {
        Given.Owner(Given.Place());
        Db.AddRange(Person(Someone), Person(new PersonId(Guid.CreateVersion7())));
        await Db.SaveChangesAsync(Ct);
        PersonId[] wanted = [Someone];

        Assert.Equal(Someone, (await Stored().People.SingleAsync(person => person.Id == Someone, Ct)).Id);
        Assert.Equal(Someone, (await Stored().People.SingleAsync(person => wanted.Contains(person.Id), Ct)).Id);
    }

    [Theory]
    [InlineData("2026-11-20T01:00:00.0000000Z")]
    [InlineData("2026-11-20T01:00:00.1234560Z")]
    [InlineData("0999-12-31T23:59:59.9999990Z")]
    public async Task An_instant_comes_back_equal_and_as_UTC(string text)
    {
        var instant = DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        Db.Add(Entry(instant));
        await Db.SaveChangesAsync(Ct);

        var stored = await Stored().AuditEntries.SingleAsync(Ct);

        Assert.Equal(instant, stored.At);
        Assert.Equal(DateTimeKind.Utc, stored.At.Kind);
    }

    [Fact]
    public async Task Instants_are_compared_and_sorted_by_the_database()
    {
        var noon = new DateTime(2026, 11, 20, 5, 0, 0, DateTimeKind.Utc);
        DateTime[] instants = [noon.AddTicks(10), noon.AddYears(-1), noon, noon.AddSeconds(1)];
        Db.AddRange(instants.Select(Entry));
        await Db.SaveChangesAsync(Ct);

        var after = await Stored().AuditEntries.Where(entry => entry.At > noon).OrderBy(entry => entry.At).Select(entry => entry.At).ToListAsync(Ct);

        Assert.Equal([noon.AddTicks(10), noon.AddSeconds(1)], after);
    }

    [Fact]
    public async Task A_day_comes_back_equal_and_is_compared_by_the_database()
    {
        var place = Given.Place(from: new DateOnly(2024, 2, 29));

        var stored = await Stored().Places.SingleAsync(row => row.Id == place && row.ValidFrom < new DateOnly(2024, 3, 1), Ct);

        Assert.Equal(new DateOnly(2024, 2, 29), stored.ValidFrom);
        Assert.Null(stored.ValidTo);
    }

    [Fact]
    public async Task A_closed_list_is_stored_by_name()
    {
        var place = Given.Place(level: PlaceLevel.Village);

        var row = await RowAsync($"select level from place where id = {place}");

        Assert.Equal(["Village"], row);
    }

    [Fact]
    public async Task Rows_written_in_bulk_are_read_as_if_written_one_by_one()
    {
        Given.Owner(Given.Place());
        var until = new DateTime(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc);
        var other = new PersonId(Guid.CreateVersion7());

        await Engine.BulkInsertAsync(
            Db,
            "person",
            ["owner", "id", "user_name", "display_name", "password_hash", "security_stamp", "failed_sign_ins", "locked_until"],
            [[(short)1, Someone, "an", "Ấn", null, "1", 0, null], [(short)1, other.Value, "binh", "Bình", "x", "2", 3, until]],
            Ct);

        var stored = await Stored().People.OrderBy(person => person.UserName).ToListAsync(Ct);
        Assert.Equal([Someone, other], stored.Select(person => person.Id));
        Assert.Equal("Ấn", stored[0].DisplayName);
        Assert.Null(stored[0].PasswordHash);
        Assert.Null(stored[0].LockedUntil);
        Assert.Equal(until, stored[1].LockedUntil);
    }

    [Fact]
    public async Task Documents_days_and_closed_lists_written_in_bulk_are_read_back()
    {
        var place = Given.Place();
        Given.Owner(place);
        var round = Given.Round();
        var @return = new ReturnId(Guid.CreateVersion7());

        await Engine.BulkInsertAsync(
            Db,
            "return",
            ["owner", "id", "round_id", "subject_id", "form_pack_id", "due_on", "state", "current_version", "revision"],
            [[(short)1, @return, round.Id, place, Given.FormOf(round), round.DueOn, ReturnState.Sent, 1, 0]],
            Ct);
        await Engine.BulkInsertAsync(
            Db,
            "return_version",
            ["owner", "return_id", "number", "form_pack_id", "answers", "saved_at", "saved_by"],
            [[(short)1, @return, 1, Given.FormOf(round), """{"a": 1}""", Clock.Now.Instant, null]],
            Ct);

        Assert.Equal(ReturnState.Sent, (await Stored().Returns.SingleAsync(Ct)).State);
        Assert.Equal("""{"a": 1}""", (await Stored().ReturnVersions.SingleAsync(Ct)).Answers);
    }

    [Fact]
    public async Task Rows_written_in_bulk_as_their_mapping_says_are_read_back()
    {
        var place = Given.Place();
        var period = Given.Period();
        Db.AddRange(
            new Element { Id = 900_001, Code = "test.element", Decimals = 0 },
            new Breakdown { Id = 900_001, Code = "test.breakdown" });
        await Db.SaveChangesAsync(Ct);
        var source = Guid.CreateVersion7();

        var written = new Figure
        {
            Owner = 1,
            ElementId = 900_001,
            PeriodId = period,
            SubjectId = place,
            BreakdownId = 900_001,
            SourceId = source,
            SourceVersion = 1,
            Standing = Standing.Preliminary,
            Value = 5_000_000_000,
            Stated = true,
            RollUpSubjectId = place,
        };

        await Engine.BulkInsertAsync(Db, [written], Ct);

        var figure = await Stored().Figures.SingleAsync(Ct);
        Assert.Equal(Standing.Preliminary, figure.Standing);
        Assert.Equal((5_000_000_000, true, place), (figure.Value, figure.Stated, figure.RollUpSubjectId));
        Assert.Equal(source, figure.SourceId);
    }

    [Fact]
    public async Task Rows_written_in_bulk_go_with_the_transaction_they_are_in()
    {
        await using (var transaction = await Db.Database.BeginTransactionAsync(Ct))
        {
            await Engine.BulkInsertAsync(Db, "subject", ["id", "kind"], [[900_001, SubjectKind.Place]], Ct);
        }

        Assert.False(await Stored().Subjects.AnyAsync(subject => subject.Id == 900_001, Ct));
    }

    [Fact]
    public async Task A_row_that_fails_in_bulk_takes_the_rows_before_it_along()
    {
        await Assert.ThrowsAnyAsync<Exception>(() =>
            Engine.BulkInsertAsync(Db, "subject", ["id", "kind"], [[900_001, SubjectKind.Place], [900_002, null]], Ct));

        Assert.False(await Stored().Subjects.AnyAsync(subject => subject.Id == 900_001, Ct));
    }

    private static Person Person(PersonId id) => new()
    {
        Owner = 1,
        Id = id,
        UserName = id.Value.ToString(),
        DisplayName = "",
        SecurityStamp = "1",
    };

    private static AuditEntry Entry(DateTime at) => new()
    {
        Owner = 1,
        Id = Guid.CreateVersion7(),
        At = at,
        PersonId = null,
        Change = "Test",
        Record = "test",
        Detail = "{}",
    };

    private static Guid RandomGuid(Random random)
    {
        var bytes = new byte[16];
        random.NextBytes(bytes);

        return new Guid(bytes);
    }

    private async Task<object?[]> RowAsync(string sql) => Assert.Single(await Schema.RowsAsync(Engine, sql, Ct));
}
