using HieuHoc.Tests.Architecture.Samples.Late;

namespace HieuHoc.Tests.Architecture.Samples.Early;

// One type for each way in which a type can use another.
[Thing]
internal sealed class ByAttribute;

internal sealed class ByBase : Thing;

internal sealed class ByInterface : IThing;

internal sealed class ByConstraint<T>
    where T : IThing;

internal sealed class ByField
{
    public readonly Thing[] Things = [];
}

internal sealed class ByGenericArgument
{
    public IReadOnlyDictionary<string, List<Thing>>? Things { get; set; }
}

internal sealed class ByCall
{
    public int Count() => Thing.Count;
}

internal sealed class ByTypeOf
{
    public string Name() => typeof(Thing).Name;
}

internal sealed class ByCatch
{
    public int Try(Func<int> work)
    {
        try
        {
            return work();
        }
        catch (ThingException)
        {
            return 0;
        }
    }
}

internal sealed class ByLambdaInAsync
{
    public async Task<int> CountAsync(IEnumerable<int> numbers)
    {
        await Task.Yield();

        return numbers.Sum(number => number + Thing.Count);
    }
}

internal sealed class UsesTheRoot
{
    public object Root() => new Composition();
}

internal sealed class LooksBack
{
    public ByCall Own { get; } = new();
}
