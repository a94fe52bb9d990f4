using HieuHoc.Programmes.Pilots;
using HieuHoc.Returns.Narrative;

namespace HieuHoc.Testing;

public sealed partial class Given
{
    /// <summary>A pilot of 2026 in one place, with a measure of its own that was 10 at first; it went its way to a state, to 25 at its evaluation.</summary>
    /// <param name="state">Being prepared, running or evaluated.</param>
    public PilotId Pilot(int lead, int area, PilotState state = PilotState.Preparing, DateOnly? lastDay = null, short owner = 1)
    {
        var (id, first, evaluated, last) = (new PilotId(Guid.CreateVersion7()), new DateOnly(2026, 3, 1), new DateOnly(2026, 11, 15), lastDay ?? new DateOnly(2026, 12, 31));
        var pilot = new Pilot { Owner = owner, Id = id, MadeBy = null, MadeAt = new DateTime(2026, 2, 1, 1, 0, 0, DateTimeKind.Utc) };
        var measure = new PilotMeasure
        {
            Owner = owner, PilotId = id, Id = new PilotMeasureId(Guid.CreateVersion7()), Number = 1, Indicator = null, Name = "Lượt đọc mỗi tối", Unit = "lượt", BaselineOn = first, WithProvince = false,
        };
        pilot.Say(new StatedPilot { Name = "Thư viện mở buổi tối (minh họa)", Model = "Mở cửa thư viện xã từ 19 giờ đến 21 giờ", FirstDay = first, LastDay = last }, lead);
        Add(pilot, new PilotArea { Owner = owner, PilotId = id, PlaceId = area });
        Add(measure, Value(PilotValue.Baseline, 10));

        if (state is PilotState.Preparing)
        {
            return id;
        }

        using var db = engine.Open();
        var stored = db.Pilots.Single(row => row.Id == id);
        stored.Take(PilotStep.Begin, "", 1, first);

        if (state is PilotState.Evaluated)
        {
            stored.Evaluate(evaluated, evaluated);
            db.AddRange(
                new PilotEvaluation
                {
                    Owner = owner, PilotId = id, Id = new PilotEvaluationId(Guid.CreateVersion7()), Number = 1, EvaluatedOn = evaluated, Findings = "Người đọc tăng", DecideBy = new DateOnly(2026, 12, 15),
                    EvaluatedBy = null, EvaluatedAt = new DateTime(2026, 11, 15, 1, 0, 0, DateTimeKind.Utc),
                },
                Value(1, 25));
        }

        db.SaveChanges();

        return id;

        PilotValue Value(int evaluation, decimal value) => new()
        {
            Owner = owner, PilotId = id, MeasureId = measure.Id, Evaluation = evaluation, PlaceId = area, ReadOf = area, Millionths = PilotValue.Kept(value), Source = "Sổ thư viện",
        };
    }

    /// <summary>A difficulty that a place or an agency raised outside a return, without a reply.</summary>
    public DifficultyId Raised(int subject, short owner = 1) => Add(new Difficulty
    {
        Owner = owner,
        Id = new DifficultyId(Guid.CreateVersion7()),
        ReturnId = null,
        Kind = DifficultyKind.Difficulty,
        Number = 1,
        Text = "Thiếu người dạy lớp xóa mù chữ (minh họa)",
        Addressee = "",
        SinceVersion = 0,
        SubjectId = subject,
        About = DifficultySubject.General,
        RaisedAt = new DateTime(2026, 11, 18, 1, 0, 0, DateTimeKind.Utc),
    }).Id;
}
