using Ontime.Dialogs;
using Ontime.Members;

namespace Ontime.Admin;

/// <summary>
/// Who is banned is answered once, and then no more. What is theirs by right stays open: to take their data along, and to erase it. With the erasing the ban
/// goes too, since nothing is left that could hold it.
/// </summary>
internal static class Bans
{
    private const string Forget = "forget", Export = "export";

    /// <returns>Null: this input is let through.</returns>
    public static Turn? Hold(Talk talk, Input input)
    {
        if (talk.Member.Banned is not { } ban || input is not (Input.Said or Input.Tapped or Input.Showed) || IsTheirRight(talk, input))
        {
            return null;
        }

        if (input is Input.Tapped tapped)
        {
            talk.Effects.Add(new Effect.Answer(tapped.QueryId, null));
        }

        if (!ban.Said)
        {
            talk.Member = talk.Member with { Banned = ban with { Said = true } };
            talk.Say("operator.banned");
        }

        return new Turn(talk.Member, talk.Member.Language, talk.Effects, []);
    }

    private static bool IsTheirRight(Talk talk, Input input) => input switch
    {
        Input.Said { Text: ['/', ..] text } => Commands.Name(text) is Forget or Export,
        Input.Said or Input.Tapped => talk.Member.Top is { Dialog: "settings", Step: Forget, Open: not null },
        _ => false,
    };
}
