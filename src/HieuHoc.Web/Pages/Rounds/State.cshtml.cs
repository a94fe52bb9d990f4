using HieuHoc.Access;
using HieuHoc.Places.Maps;
using HieuHoc.Platform;
using HieuHoc.Returns;
using HieuHoc.Web.Components;
using HieuHoc.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace HieuHoc.Web.Pages.Rounds;

/// <summary>How the round stands at this moment: on the map, what came last, where the trouble is. It reloads itself when it is asked to.</summary>
[For(Capability.OpenRounds)]
public sealed class StateModel(HieuHocDb db, Actor actor, ReadRoundState readState, ProvinceMaps maps, Texts texts) : RoundPage(db, actor)
{
    /// <summary>How often the page reloads itself.</summary>
    public const int Seconds = 60;

    /// <summary>Seconds between two readings; anything but sixty is none, so that nobody's page moves unasked.</summary>
    [FromQuery(Name = "refresh")]
    public string? Refresh { get; set; }

    public bool Refreshes => Refresh == $"{Seconds}";

    public RoundState State { get; private set; } = null!;

    /// <summary>The map of the province; null where there are no outlines.</summary>
    public ProvinceMap? Map { get; private set; }

    /// <summary>The lists of those with most of something, each with its heading.</summary>
    public IReadOnlyList<(string Key, IReadOnlyList<(CommuneState Commune, int Count)> Lines)> Trouble =>
    [
        .. new (string Key, IReadOnlyList<(CommuneState Commune, int Count)> Lines)[]
        {
            ("rounds.state.late", [.. State.Latest.Select(commune => (commune, commune.Late))]),
            ("rounds.state.untouched", [.. State.Untouched.Select(commune => (commune, commune.Untouched))]),
            ("rounds.state.toMend", [.. State.Mending.Select(commune => (commune, commune.ToMend))]),
        }.Where(list => list.Lines.Count > 0),
    ];

    /// <summary>The colour of a commune by the most urgent of its returns.</summary>
    public static string CssOf(OwingState worst) => worst switch
    {
        OwingState.Overdue => "not-met",
        OwingState.ToSend => "waiting",
        OwingState.ToMend => "low-3",
        OwingState.Checking => "map-3",
        OwingState.Confirmed => "met",
    };

    /// <summary>How each commune is drawn; one that is not asked has no mark.</summary>
    public IReadOnlyDictionary<int, MapMark> Marks(ProvinceMap map)
    {
        var communes = State.Communes.ToDictionary(commune => commune.Commune.Id);

        return map.Shapes.Where(shape => communes.ContainsKey(shape.PlaceId)).ToDictionary(shape => shape.PlaceId, shape => Mark(communes[shape.PlaceId]));
    }

    public void OnGet()
    {
    }

    protected override async Task ReadAsync(CancellationToken ct)
    {
        State = await readState.RunAsync(Round, Actor, ct);
        Map = await maps.OfAsync(Db, Actor.PlaceId, State.AsOf.Day, ct);
    }

    private MapMark Mark(CommuneState commune)
    {
        var worst = commune.Worst(State.AsOf.Day);

        return new MapMark(
            CssOf(worst),
            texts["rounds.state.mark", ("state", texts[$"rounds.state.map.{worst}"]), ("received", commune.Commune.Received), ("all", commune.Asked)],
            $"/returns/{commune.Commune.Returns[0].Id.Value}");
    }
}
