using System.Reflection;

namespace HieuHoc.Tests.Architecture;

/// <summary>Every type that a compiled type mentions: in its shape, its signatures, its attributes and its method bodies.</summary>
internal sealed class TypeUse
{
    private const BindingFlags Everything =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private readonly HashSet<Type> used = [];

    private TypeUse()
    {
    }

    /// <summary>The types that one type uses; those nested in it are asked for themselves.</summary>
    public static IReadOnlyCollection<Type> Of(Type type)
    {
        var use = new TypeUse();
        use.AddShape(type);

        return use.used;
    }

    private void AddShape(Type type)
    {
        Add(type.BaseType);
        Add(type.GetInterfaces());
        AddAttributes(type.GetCustomAttributesData());
        AddConstraints(type.GetGenericArguments());

        foreach (var field in type.GetFields(Everything))
        {
            Add(field.FieldType);
            AddAttributes(field.GetCustomAttributesData());
        }

        foreach (var property in type.GetProperties(Everything))
        {
            Add(property.PropertyType);
            AddAttributes(property.GetCustomAttributesData());
        }

        foreach (var happening in type.GetEvents(Everything))
        {
            Add(happening.EventHandlerType);
        }

        foreach (var method in type.GetConstructors(Everything).Cast<MethodBase>().Concat(type.GetMethods(Everything)))
        {
            AddMethod(method);
        }
    }

    private void AddMethod(MethodBase method)
    {
        AddAttributes(method.GetCustomAttributesData());

        foreach (var parameter in method.GetParameters())
        {
            Add(parameter.ParameterType);
            AddAttributes(parameter.GetCustomAttributesData());
        }

        if (method is MethodInfo returning)
        {
            Add(returning.ReturnType);
            AddAttributes(returning.ReturnParameter.GetCustomAttributesData());
            AddConstraints(returning.GetGenericArguments());
        }

        if (method.GetMethodBody() is not { } body)
        {
            return;
        }

        Add(body.LocalVariables.Select(local => local.LocalType));
        Add(body.ExceptionHandlingClauses
            .Where(clause => clause.Flags is ExceptionHandlingClauseOptions.Clause)
            .Select(clause => clause.CatchType));

        foreach (var member in MethodBodies.Members(method, body))
        {
            AddMember(member);
        }
    }

    private void AddMember(MemberInfo member)
    {
        if (member is Type type)
        {
            Add(type);

            return;
        }

        Add(member.DeclaringType);

        switch (member)
        {
            case FieldInfo field:
                Add(field.FieldType);
                break;
            case MethodInfo method:
                Add(method.GetGenericArguments());
                Add(method.ReturnType);
                Add(method.GetParameters().Select(parameter => parameter.ParameterType));
                break;
            case ConstructorInfo constructor:
                Add(constructor.GetParameters().Select(parameter => parameter.ParameterType));
                break;
        }
    }

    private void AddAttributes(IEnumerable<CustomAttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            Add(attribute.AttributeType);
            Add(attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.TypedValue))
                .SelectMany(argument => new[] { argument.ArgumentType, argument.Value as Type }));
        }
    }

    private void AddConstraints(IEnumerable<Type> arguments) =>
        Add(arguments.Where(argument => argument.IsGenericParameter).SelectMany(argument => argument.GetGenericParameterConstraints()));

    private void Add(IEnumerable<Type?> types)
    {
        foreach (var type in types)
        {
            Add(type);
        }
    }

    private void Add(Type? type)
    {
        if (type is null || type.IsGenericParameter)
        {
            return;
        }

        if (type.HasElementType)
        {
            Add(type.GetElementType());

            return;
        }

        if (!used.Add(type) || !type.IsGenericType)
        {
            return;
        }

        Add(type.GetGenericTypeDefinition());
        Add(type.GetGenericArguments());
    }
}
