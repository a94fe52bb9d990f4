namespace HieuHoc.Platform.Keys;

/// <summary>Adds a key to the ring. It protects from the next start of the server on; rows under older keys stay readable.</summary>
public sealed class RotateKeys(EstablishKeys establishKeys)
{
    public async Task<Outcome<KeyRing>> RunAsync(KeyRingPlace place, CancellationToken ct)
    {
        // A ring that is not this database's must not be added to: the sentence about it comes first.
        var fitting = await establishKeys.CheckAsync(place, ct);

        if (fitting.Refusal is not null)
        {
            return fitting;
        }

        var rotated = place.Rotate();

        return rotated.Refusal is null ? await establishKeys.RunAsync(place, ct) : rotated;
    }
}
