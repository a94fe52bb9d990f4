using System.Threading.RateLimiting;
using HieuHoc.Access;
using HieuHoc.Platform;

namespace HieuHoc.Web.Accounts;

/// <summary>
/// How many attempts may fail from one address, whatever accounts they were about. Only failures count: a whole office
/// behind one address signs in every morning.
/// </summary>
public sealed class AddressLimit : IDisposable
{
    /// <summary>Failures from one address, in any ten minutes.</summary>
    public const int Failures = 30;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly PartitionedRateLimiter<string> limiter = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetSlidingWindowLimiter(address, _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = Failures,
            Window = Window,
            SegmentsPerWindow = 10,
            QueueLimit = 0,
        }));

    /// <summary>Why nothing more is tried from this address now; null when it may be.</summary>
    public Refusal? Check(Caller caller)
    {
        // Asking for nothing tells whether anything is left.
        using var lease = limiter.AttemptAcquire(caller.Address, 0);

        return lease.IsAcquired ? null : new TooManyAttempts((int)Window.TotalMinutes);
    }

    /// <summary>Counts a failure.</summary>
    public void Count(Caller caller) => limiter.AttemptAcquire(caller.Address).Dispose();

    public void Dispose() => limiter.Dispose();
}
