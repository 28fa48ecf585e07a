using System.Text.Json;
using System.Text.Json.Nodes;
using LrMath.Data;
using LrMath.Frameworks;

namespace LrMath.Tests.Data;

/// <summary>The JSON Schema of version 1, made from the table of what is public.</summary>
internal static class SchemaWriter
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Text()
    {
        JsonObject root = new()
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "A schedule, a shape or a policy of LrMath, version 1",
            ["type"] = "object",
            ["properties"] = new JsonObject
            {
                ["$schema"] = new JsonObject { ["type"] = "string" },
                ["lrmath"] = new JsonObject { ["const"] = 1, ["description"] = "The version of the format." },
                ["schedule"] = Reference("schedule"),
                ["shape"] = Reference("shape"),
                ["policy"] = Reference("policy"),
            },
            ["required"] = new JsonArray("lrmath"),
            ["oneOf"] = new JsonArray(Required("schedule"), Required("shape"), Required("policy")),
            ["additionalProperties"] = false,
            ["$defs"] = new JsonObject
            {
                ["schedule"] = Listed(
                    "builder",
                    "verb",
                    JsonLimits.Verbs,
                    "A builder, or a list of a builder and the verbs on it in their order."
                ),
                ["builder"] = Family(JsonFamily.Schedules, own: true),
                ["verb"] = Family(JsonFamily.Verbs, own: false),
                ["shape"] = Family(JsonFamily.Shapes, own: true),
                ["policy"] = Listed("preset", "policyVerb", JsonLimits.PolicyVerbs, "A policy, or a list of a policy and the verbs on it."),
                ["preset"] = Family(JsonFamily.Policies, own: false),
                ["policyVerb"] = Family(JsonFamily.PolicyVerbs, own: false),
                ["cyclicMode"] = Family(JsonFamily.CyclicModes, own: false),
                ["scheduler"] = Family(JsonFamily.Schedulers, own: false),
                ["cosineKwargs"] = Arguments(PublicTable.Values.Members[0]),
                ["spline"] = new JsonObject { ["enum"] = Strings(Splines.ByName.Keys) },
            },
        };
        return root.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Required(string kind) => new() { ["required"] = new JsonArray(kind) };

    private static JsonObject Listed(string builder, string verb, int verbs, string description) =>
        new()
        {
            ["description"] = description,
            ["anyOf"] = new JsonArray(
                Reference(builder),
                new JsonObject
                {
                    ["type"] = "array",
                    ["prefixItems"] = new JsonArray(Reference(builder)),
                    ["items"] = Reference(verb),
                    ["minItems"] = 1,
                    ["maxItems"] = 1 + verbs,
                }
            ),
        };

    /// <summary>An object with one of the names, or a name alone; of your own there may be any.</summary>
    private static JsonObject Family(JsonFamily family, bool own)
    {
        JsonObject properties = [];
        foreach ((string name, Member[] overloads) in family.Members.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            properties[name] = overloads is [Member only]
                ? Arguments(only)
                : new JsonObject { ["anyOf"] = new JsonArray([.. overloads.Select(Arguments)]) };
        }

        foreach ((string former, string now) in FormerNames.Builders.Where(_ => family == JsonFamily.Schedules))
        {
            properties[former] = properties[now]!.DeepClone();
            properties[former]!["deprecated"] = true;
        }

        IEnumerable<string> alone = family
            .Members.Where(one => one.Value.Any(member => member.Parameters.All(parameter => parameter.IsOptional)))
            .Select(one => one.Key);
        JsonArray kinds = [];
        if (own || alone.Any())
        {
            kinds.Add(
                (JsonNode)(
                    own
                        ? new JsonObject { ["type"] = "string", ["description"] = "A name without arguments, or one of your own." }
                        : new JsonObject { ["enum"] = Strings(alone) }
                )
            );
        }

        kinds.Add(
            (JsonNode)
                new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = properties,
                    ["additionalProperties"] = false,
                    ["minProperties"] = 1,
                    ["maxProperties"] = 1,
                }
        );
        return new JsonObject { ["anyOf"] = kinds };
    }

    private static JsonObject Arguments(Member member)
    {
        JsonObject properties = [];
        foreach (Parameter parameter in member.Parameters)
        {
            properties[parameter.Name] = Value(member, parameter);
            foreach (
                ((string _, string former), string _) in FormerNames.Arguments.Where(one =>
                    one.Key.Builder == JsonFamily.NameOf(member) && one.Value == parameter.Name
                )
            )
            {
                properties[former] = Value(member, parameter);
                properties[former]!["deprecated"] = true;
            }
        }

        JsonObject arguments = new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["additionalProperties"] = false,
        };
        string[] required = [.. member.Parameters.Where(parameter => !parameter.IsOptional).Select(parameter => parameter.Name)];
        if (required.Length > 0)
        {
            arguments["required"] = Strings(required);
        }

        return arguments;
    }

    private static JsonObject Value(Member member, Parameter parameter)
    {
        var bounds = Bounds.Of(member, parameter);
        JsonObject value = OfType(Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type, bounds);
        if (parameter.Takes(null))
        {
            value = new JsonObject { ["anyOf"] = new JsonArray(value, new JsonObject { ["type"] = "null" }) };
        }

        if (bounds.Unit is { } unit)
        {
            value["description"] = $"In {(unit == "steps" ? unit : "parts of the whole")}.";
        }

        if (parameter is { IsOptional: true, Default: { } standard })
        {
            value["default"] = standard switch
            {
                double number => JsonNode.Parse(JsonWriting.Number(number)),
                int number => number,
                bool truth => truth,
                Enum choice => Parameter.Camel(choice.ToString()),
                _ => throw new InvalidOperationException($"Teach {nameof(SchemaWriter)} the default {standard}."),
            };
        }

        return value;
    }

    private static JsonObject OfType(Type type, Bounds bounds) =>
        type == typeof(double) ? Bounded("number", bounds)
        : type == typeof(int) || type == typeof(long) ? Bounded("integer", bounds)
        : type == typeof(bool) ? new JsonObject { ["type"] = "boolean" }
        : type.IsEnum ? new JsonObject { ["enum"] = Strings(Enum.GetNames(type).Select(Parameter.Camel)) }
        : type == typeof(Func<int, double>) ? Reference("schedule")
        : type == typeof(Shape) ? Reference("shape")
        : type == typeof(CyclicMode) ? Reference("cyclicMode")
        : type == typeof(Func<double, Func<int, double>>) ? Reference("scheduler")
        : type == typeof(Func<double, double>)
            ? new JsonObject { ["type"] = "string", ["description"] = "The name of a function of the value, one of your own." }
        : type == typeof(CosineKwargs) ? Reference("cosineKwargs")
        : Splines.IsSpline(type) ? Reference("spline")
        : type == typeof((double, double)) ? Pair("number", "number")
        : type == typeof((int, double)) ? Pair("integer", "number")
        : type == typeof((long, long)) ? Pair("integer", "integer")
        : type == typeof((Func<int, double>, int)) ? Two(Reference("schedule"), new JsonObject { ["type"] = "integer" })
        : Lists.Of(type, []) is not null
            ? new JsonObject
            {
                ["type"] = "array",
                ["items"] = OfType(type.GetGenericArguments()[0], bounds),
                ["maxItems"] = JsonLimits.List,
            }
        : throw new InvalidOperationException($"Teach {nameof(SchemaWriter)} the type {type}.");

    private static JsonObject Bounded(string type, Bounds bounds)
    {
        JsonObject number = new() { ["type"] = type };
        if (bounds.Least is { } least)
        {
            number[bounds.IsLeastLegal ? "minimum" : "exclusiveMinimum"] = least;
        }

        if (bounds.Most is { } most)
        {
            number["maximum"] = most;
        }

        return number;
    }

    private static JsonObject Pair(string first, string second) =>
        Two(new JsonObject { ["type"] = first }, new JsonObject { ["type"] = second });

    private static JsonObject Two(JsonObject first, JsonObject second) =>
        new()
        {
            ["type"] = "array",
            ["prefixItems"] = new JsonArray(first, second),
            ["minItems"] = 2,
            ["maxItems"] = 2,
        };

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/$defs/{name}" };

    private static JsonArray Strings(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];
}
