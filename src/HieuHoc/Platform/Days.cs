namespace HieuHoc.Platform;

/// <summary>A span of days, both ends included: "from 1 to 31 May" still holds on the 31st.</summary>
public readonly record struct Days
{
    public Days(DateOnly first, DateOnly last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        (First, Last) = (first, last);
    }

    public DateOnly First { get; }

    public DateOnly Last { get; }

    public bool Contains(DateOnly day) => First <= day && day <= Last;
}
