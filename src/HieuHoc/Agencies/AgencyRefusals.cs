using HieuHoc.Platform;

namespace HieuHoc.Agencies;

/// <summary>The agency does not exist, or lies outside the actor's part of the hierarchy.</summary>
public sealed record AgencyNotFound() : Refusal(RefusalKind.NotFound);
