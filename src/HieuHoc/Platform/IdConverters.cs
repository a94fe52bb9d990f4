using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HieuHoc.Platform;

/// <summary>An id that a person or a device chose: a uuid wrapped, so that a round's id cannot be taken for a return's.</summary>
public interface IRecordId
{
    Guid Value { get; }
}

/// <summary>How wrapped uuids reach the database: as a uuid where the engine has one, as sixteen bytes where it has not.</summary>
public static class IdConverters
{
    /// <summary>Every wrapped uuid of the product.</summary>
    public static IReadOnlyList<Type> IdTypes { get; } =
        [.. typeof(IRecordId).Assembly.GetTypes().Where(type => type.IsValueType && type.IsAssignableTo(typeof(IRecordId)))];

    /// <summary>Registers uuids as native uuids.</summary>
    public static void AsGuids(ModelConfigurationBuilder types)
    {
        foreach (var id in IdTypes)
        {
            types.Properties(id).HaveConversion(typeof(IdToGuid<>).MakeGenericType(id));
        }
    }

    /// <summary>Registers uuids as sixteen bytes, most significant first, so that their order is that of their text.</summary>
    public static void AsBytes(ModelConfigurationBuilder types)
    {
        types.Properties<Guid>().HaveConversion<GuidBytes>();

        foreach (var id in IdTypes)
        {
            types.Properties(id).HaveConversion(typeof(IdToBytes<>).MakeGenericType(id));
        }
    }

    private static Expression<Func<Guid, TId>> Wrap<TId>()
    {
        var value = Expression.Parameter(typeof(Guid), "value");

        return Expression.Lambda<Func<Guid, TId>>(Expression.New(typeof(TId).GetConstructor([typeof(Guid)])!, value), value);
    }

    private static Expression<Func<byte[], TId>> WrapBytes<TId>()
    {
        Expression<Func<byte[], Guid>> guid = bytes => new Guid(bytes, true);

        return Expression.Lambda<Func<byte[], TId>>(
            Expression.New(typeof(TId).GetConstructor([typeof(Guid)])!, guid.Body), guid.Parameters);
    }

    private sealed class IdToGuid<TId>() : ValueConverter<TId, Guid>(id => id.Value, Wrap<TId>())
        where TId : struct, IRecordId;

    private sealed class IdToBytes<TId>() : ValueConverter<TId, byte[]>(id => id.Value.ToByteArray(true), WrapBytes<TId>())
        where TId : struct, IRecordId;

    private sealed class GuidBytes() : ValueConverter<Guid, byte[]>(guid => guid.ToByteArray(true), value => new Guid(value, true));
}
