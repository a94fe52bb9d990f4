using HieuHoc.Access;
using HieuHoc.PlanReading;
using HieuHoc.Places;
using HieuHoc.Programmes.Plans;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HieuHoc.Testing;

public sealed partial class Given
{
    /// <summary>A small plan of the first programme that was read in; nobody has looked at any item.</summary>
    /// <param name="execution">What stands behind its tasks.</param>
    public PlanId Plan(string execution = "")
    {
        var read = PlanReader.Read(
            $"""
            UBND TỈNH MINH HỌA
            KẾ HOẠCH
            Xây dựng xã hội học tập giai đoạn 2026-2030
            I. MỤC TIÊU
            - Phấn đấu 70% công dân đạt danh hiệu công dân học tập.
            II. NHIỆM VỤ, GIẢI PHÁP
            1. Tổ chức tuyên truyền về học tập suốt đời.
            {execution}
            """);

        return Add(new Plan
        {
            Owner = 1,
            Id = new PlanId(Guid.CreateVersion7()),
            Source = "ke-hoach.txt",
            Text = read.Text,
            Reading = PlanReadingItems.Of(read).ToJson(),
            State = PlanState.Confirming,
            ReadBy = null,
            ReadAt = new DateTime(2026, 11, 1, 1, 0, 0, DateTimeKind.Utc),
        }).Id;
    }

    /// <summary>A plan of the first programme for 2026 to 2030 that was confirmed, with what it says besides its head.</summary>
    public PlanId ConfirmedPlan(params IReadOnlyList<PlanItem> items)
    {
        var plan = Plan();
        var head = new PlanHead("plan", "12/KH-UBND", new DateOnly(2026, 3, 5), "UBND tỉnh", "Xây dựng xã hội học tập", null, null, new PlanYears(2026, 2030), Truncated: false);
        Add(new PlanVersion
        {
            Owner = 1,
            PlanId = plan,
            Number = 1,
            Content = new PlanContent(head, [], [], [], [.. items.OfType<PlanAssignment>()], [], [.. items.OfType<PlanReport>()], []).ToJson(),
            Reason = "",
            ConfirmedBy = null,
            ConfirmedAt = new DateTime(2026, 11, 1, 1, 0, 0, DateTimeKind.Utc),
        });

        return plan;
    }

    /// <summary>The programme of a province that begins, and how its standing agency signs in.</summary>
    public async Task<(string UserName, string Password)> BeginningAsync(string province, DateOnly day, CancellationToken ct)
    {
        const string UserName = "so.gddt.tinh";
        const string Password = "Sông Thạch Hãn 7";
        await using var db = engine.Open();
        var place = (await db.PlaceByCodeAsync(province, day, ct))!.Id;
        Owner(place, demo: true);
        Person(Role.StandingAgency, place, userName: UserName);
        var hash = new PasswordHasher<Person>().HashPassword(null!, Password);
        await db.People.ExecuteUpdateAsync(set => set.SetProperty(person => person.PasswordHash, hash), ct);

        return (UserName, Password);
    }
}
