using Ontime.Telegram;

namespace Ontime.Bot.Workers;

/// <summary>What the operator can do about trouble on the way to Telegram, at the start and at every poll.</summary>
internal static class Advice
{
    public static string On(PollTrouble trouble) => trouble switch
    {
        PollTrouble.Unauthorized => "The token is wrong or was revoked: get a new one from BotFather and restart.",
        PollTrouble.OtherPoller => "Another process polls with this token: stop it.",
        PollTrouble.WebhookActive => "Somebody set a webhook for this bot: remove it, or restart this process, which removes it at its start.",
        PollTrouble.Refused => "The server refuses the call: check the token and Telegram:BaseUrl.",
        PollTrouble.NoConnection => "No way to the Bot API: check network, proxy and Telegram:BaseUrl.",
        _ => "Trying again.",
    };
}
