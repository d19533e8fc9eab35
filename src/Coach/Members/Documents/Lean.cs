using System.Collections;
using System.Text.Json.Serialization.Metadata;
using Ontime.Bills;

namespace Ontime.Members.Documents;

/// <summary>Lists with nothing in them are not shown; what is one of several is, also where it is the first of them.</summary>
internal static class Lean
{
    private static readonly Type[] Types = [typeof(Member), typeof(Frame), typeof(Bill)];

    public static void Modify(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.PropertyType.IsEnum))
        {
            property.ShouldSerialize = static (_, _) => true;
        }

        if (Types.Contains(type.Type))
        {
            foreach (var property in type.Properties.Where(property => property.PropertyType.IsAssignableTo(typeof(ICollection))))
            {
                property.ShouldSerialize = static (_, value) => value is ICollection { Count: > 0 };
            }
        }
    }
}
