using System.Diagnostics;

namespace HieuHoc.Bench;

/// <summary>How long each of many equal things took.</summary>
internal sealed class Timings
{
    private readonly List<double> taken = [];

    /// <summary>The median, milliseconds.</summary>
    public double P50 => At(0.50);

    /// <summary>Nineteen of twenty took no longer, milliseconds.</summary>
    public double P95 => At(0.95);

    /// <summary>All of several, as if taken by one.</summary>
    public static Timings Together(IEnumerable<Timings> parts) => Of(parts.SelectMany(part => part.taken));

    /// <summary>Those that somebody else took, milliseconds.</summary>
    public static Timings Of(IEnumerable<double> taken)
    {
        var all = new Timings();
        all.taken.AddRange(taken);

        return all;
    }

    /// <summary>Does something and counts how long it took.</summary>
    public async Task<T> TakeAsync<T>(Func<Task<T>> what)
    {
        var from = Stopwatch.GetTimestamp();
        var result = await what();
        taken.Add(Stopwatch.GetElapsedTime(from).TotalMilliseconds);

        return result;
    }

    /// <summary>Forgets what was taken so far: the first ones pay for what is read and compiled once.</summary>
    public void Forget() => taken.Clear();

    // The nearest rank: a time that was really taken, never one between two.
    private double At(double share)
    {
        var sorted = taken.Order().ToList();

        return sorted.Count == 0 ? 0 : Math.Round(sorted[(int)Math.Ceiling(share * sorted.Count) - 1], 2);
    }
}
