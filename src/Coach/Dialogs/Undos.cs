using System.Globalization;
using Ontime.Members;

namespace Ontime.Dialogs;

/// <summary>The [change] button beside a typed amount or date: good as long as that answer still stands.</summary>
internal static class Undos
{
    public static string Data(Talk talk, Step step) => $"u{step.Id}:{talk.Now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Asks the step again, or answers that the button is old.</summary>
    public static Line? Press(Talk talk, string data)
    {
        var parts = data[1..].Split(':');
        if (parts.Length != 2 || talk.Set.Find(parts[0]) is not { } step || !Stands(talk, step, parts[1]))
        {
            return talk.Line("toast.old");
        }

        talk.Effects.Add(new Effect.Strip("u", talk.TappedMessage));
        Machine.Open(talk, step.Id, (Machine.Only, step.Id), ("bill", talk.Member.LastBill.ToString(CultureInfo.InvariantCulture)));
        return null;
    }

    private static bool Stands(Talk talk, Step step, string at) =>
        talk.Member.Answers.TryGetValue(step.Id, out var answer)
        && answer.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture) == at;
}
