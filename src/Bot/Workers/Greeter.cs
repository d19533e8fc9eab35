using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Ontime.Dialogs;
using Ontime.Storage;
using Ontime.Telegram;

namespace Ontime.Bot.Workers;

/// <summary>What is said to Telegram before the first poll: who am I, no webhook, and the command menu where it changed.</summary>
internal sealed class Greeter(BotApi api, TimeProvider time, Func<double> jitter, ILogger log)
{
    private const string CommandsMeta = "commands";
    private const string CommandKey = "command.";
    private const int MostMenuTries = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The menu's languages by Telegram's codes; the first is what everybody else sees.</summary>
    private static readonly (Language Language, string? Code)[] Menus = [(Language.En, null), (Language.En, "en"), (Language.ZhHans, "zh")];

    public PollTrouble Trouble { get; private set; }

    public async Task<User> WhoAmIAsync(CancellationToken cancellationToken) => (await InsistAsync(new GetMe(), cancellationToken))!;

    /// <summary>Where the server refuses the call itself the poll goes on: it says so where a webhook is in its way.</summary>
    public Task DropWebhookAsync(CancellationToken cancellationToken) => InsistAsync(new DeleteWebhook(), cancellationToken, mayBeRefused: true);

    /// <summary>Beside the work, since nobody waits for it. A menu that is refused is tried again at the next start.</summary>
    public async Task SetCommandsAsync(DialogSet dialogs, Store store, CancellationToken cancellationToken)
    {
        var menus = Menus.Select(menu => (menu.Code, Commands: Commands(dialogs.Texts(menu.Language)))).Where(menu => menu.Commands.Count > 0).ToList();
        var print = Fingerprint(menus);
        if (await store.MetaAsync(CommandsMeta, cancellationToken) == print)
        {
            return;
        }

        foreach (var (code, commands) in menus)
        {
            if (!await SetAsync(new SetMyCommands(commands, CommandScope.AllPrivateChats, code), cancellationToken))
            {
                return;
            }
        }

        await store.SetMetaAsync(CommandsMeta, print, cancellationToken);
        log.CommandsSet(menus.Count);
    }

    /// <summary>The texts <c>command.NAME</c>, in the order a person needs them.</summary>
    internal static List<BotCommand> Commands(Texts texts) =>
        [.. texts.Sentences
            .Where(text => text.Key.StartsWith(CommandKey, StringComparison.Ordinal) && text.Key.AsSpan(CommandKey.Length).IndexOfAnyExceptInRange('a', 'z') < 0)
            .OrderBy(text => Rank(text.Key[CommandKey.Length..])).ThenBy(text => text.Key, StringComparer.Ordinal)
            .Select(text => new BotCommand(text.Key[CommandKey.Length..], text.Value))];

    private static int Rank(string command)
    {
        string[] first =
        [
            "start", "check", "index", "next", "bills", "how", "edit", "settings", "pause", "resume", "help", "cancel", "privacy", "export", "forget", "about",
        ];
        var rank = Array.IndexOf(first, command);
        return rank < 0 ? first.Length : rank;
    }

    private static string Fingerprint(List<(string? Code, List<BotCommand> Commands)> menus)
    {
        var said = string.Join('\n', menus.SelectMany(menu => menu.Commands.Select(command => $"{menu.Code}/{command.Command}/{command.Description}")));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)));
    }

    private async Task<bool> SetAsync(SetMyCommands call, CancellationToken cancellationToken)
    {
        for (var failures = 1; ; failures++)
        {
            var reply = await api.CallAsync(call, Patience, cancellationToken);
            var decision = PollPolicy.Decide(reply.Outcome, failures, jitter());
            if (decision.Trouble == PollTrouble.None)
            {
                return true;
            }

            if (decision.Trouble == PollTrouble.Refused || failures == MostMenuTries)
            {
                log.StartCallFailed(call.Method, reply.Outcome.ToString(), "The menu stays as it is.");
                return false;
            }

            await Task.Delay(decision.Wait, time, cancellationToken);
        }
    }

    private async Task<T?> InsistAsync<T>(Call<T> call, CancellationToken cancellationToken, bool mayBeRefused = false)
    {
        for (var failures = 1; ; failures++)
        {
            var reply = await api.CallAsync(call, Patience, cancellationToken);
            if (reply is { Outcome: Outcome.Done, Result: { } result })
            {
                Trouble = PollTrouble.None;
                return result;
            }

            var decision = PollPolicy.Decide(reply.Outcome, failures, jitter());
            if (mayBeRefused && decision.Trouble == PollTrouble.Refused)
            {
                log.StartCallFailed(call.Method, reply.Outcome.ToString(), "Going on without.");
                return default;
            }

            if (decision.Trouble != Trouble)
            {
                log.StartCallFailed(call.Method, reply.Outcome.ToString(), "Trying again.");
            }

            Trouble = decision.Trouble;
            await Task.Delay(decision.Wait, time, cancellationToken);
        }
    }
}
