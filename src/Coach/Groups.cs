using Ontime.Dialogs;

namespace Ontime;

/// <summary>In a group nothing personal is said: one line with a link to the private chat.</summary>
internal static class Groups
{
    public static Turn Handle(Input.InGroup group, Operator who)
    {
        var language = Languages.Nearest(group.From.LanguageCode);
        if (group.QueryId is { } query)
        {
            return new Turn(null, language, [new Effect.Answer(query, new Line("toast.group"))], []);
        }

        var line = who.BotUsername is { } bot ? new Line("house.group", "bot", new Arg.Words(bot)) : new Line("toast.group");
        return new Turn(null, language, [new Effect.Say("g", new Message(line))], []);
    }
}
