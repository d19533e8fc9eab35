using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Ontime.Dialogs;
using Ontime.Storage;
using Ontime.Telegram;

namespace Ontime.Bot.Workers;

/// <summary>What is said to Telegram before the first poll: who am I, by which way updates come, and the command menu where it changed.</summary>
internal sealed class Greeter(BotApi api, TimeProvider time, Func<double> jitter, ILogger log)
{
    private const string CommandsMeta = "commands";
    private const string WebhookMeta = "webhook";
    private const int MostConnections = 40;
    private const string CommandKey = "command.";
    private const string AdminsMeta = "admin_commands";
    private const string AdminKey = "admin.command.";
    private const int MostMenuTries = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>The menu's languages by Telegram's codes; the first is what everybody else sees.</summary>
    private static readonly (Language Language, string? Code)[] Menus = [(Language.En, null), (Language.En, "en"), (Language.ZhHans, "zh")];

    public PollTrouble Trouble { get; private set; }

    public async Task<User> WhoAmIAsync(CancellationToken cancellationToken) => (await InsistAsync(new GetMe(), cancellationToken))!;

    /// <summary>Where the server refuses the call itself the poll goes on: it says so where a webhook is in its way.</summary>
    public Task DropWebhookAsync(CancellationToken cancellationToken) => InsistAsync(new DeleteWebhook(), cancellationToken, mayBeRefused: true);

    /// <summary>
    /// Not set again where Telegram knows it already: it would cut off what is under way, and more than once a second is refused. But where something
    /// does not get through: another secret can stand behind the same address, and nobody tells which.
    /// </summary>
    public async Task SetWebhookAsync(Webhook webhook, Store store, CancellationToken cancellationToken)
    {
        var call = new SetWebhook(webhook.Url.AbsoluteUri, webhook.Secret) { MaxConnections = MostConnections };
        var print = Fingerprint($"{call.Url}\n{call.SecretToken}\n{call.MaxConnections}\n{string.Join(',', call.AllowedUpdates)}");
        if (await store.MetaAsync(WebhookMeta, cancellationToken) == print
            && await InsistAsync(new GetWebhookInfo(), cancellationToken) is { } info && info.Url == call.Url && info is not { Pending: > 0, LastErrorDate: not null })
        {
            return;
        }

        await InsistAsync(call, cancellationToken);
        await store.SetMetaAsync(WebhookMeta, print, cancellationToken);
        log.WebhookSet();
    }

    /// <summary>Beside the work, since nobody waits for it. A menu that is refused is tried again at the next start.</summary>
    public async Task SetCommandsAsync(DialogSet dialogs, Store store, CancellationToken cancellationToken)
    {
        var menus = Menus.Select(menu => (menu.Code, Commands: Commands(dialogs.Texts(menu.Language)))).Where(menu => menu.Commands.Count > 0).ToList();
        var print = Fingerprint(Lines(menus));
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

    /// <summary>
    /// Each admin's own menu, with what only they can order in front; taken away from whoever is none any more. A chat that has never written to the bot
    /// has no menu yet: it is tried again at the next start.
    /// </summary>
    public async Task SetAdminCommandsAsync(DialogSet dialogs, IReadOnlyList<long> admins, Store store, CancellationToken cancellationToken)
    {
        var before = (await store.MetaAsync(AdminsMeta, cancellationToken) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Split('=')).ToDictionary(entry => long.Parse(entry[0], CultureInfo.InvariantCulture), entry => entry[1]);
        var now = new SortedDictionary<long, string>();
        foreach (var (admin, print) in before.Where(one => !admins.Contains(one.Key)))
        {
            if (!await AllAsync(Menus.Select(CommandCall (menu) => new DeleteMyCommands(CommandScope.Chat(admin), menu.Code)), cancellationToken))
            {
                now[admin] = print;
            }
        }

        var menus = Menus.Select(menu => (menu.Code, Commands: (List<BotCommand>)[.. AdminCommands(dialogs.Texts(menu.Language)), .. Commands(dialogs.Texts(menu.Language))])).ToList();
        var wanted = Fingerprint(Lines(menus));
        foreach (var admin in admins.Distinct())
        {
            if (before.GetValueOrDefault(admin) == wanted
                || await AllAsync(menus.Select(CommandCall (menu) => new SetMyCommands(menu.Commands, CommandScope.Chat(admin), menu.Code)), cancellationToken))
            {
                now[admin] = wanted;
            }
        }

        var after = string.Join(' ', now.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key}={one.Value}")));
        if (after != string.Join(' ', before.OrderBy(one => one.Key).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Key}={one.Value}"))))
        {
            await store.SetMetaAsync(AdminsMeta, after, cancellationToken);
            log.AdminMenus(admins.Count(now.ContainsKey), admins.Count);
        }
    }

    private static IEnumerable<BotCommand> AdminCommands(Texts texts) => texts.Sentences
        .Where(text => text.Key.StartsWith(AdminKey, StringComparison.Ordinal)).OrderBy(text => text.Key, StringComparer.Ordinal)
        .Select(text => new BotCommand(text.Key[AdminKey.Length..], text.Value));

    private async Task<bool> AllAsync(IEnumerable<CommandCall> calls, CancellationToken cancellationToken)
    {
        foreach (var call in calls)
        {
            if (!await SetAsync(call, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private static string Lines(IEnumerable<(string? Code, List<BotCommand> Commands)> menus) =>
        string.Join('\n', menus.SelectMany(menu => menu.Commands.Select(command => $"{menu.Code}/{command.Command}/{command.Description}")));

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

    private static string Fingerprint(string said) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(said)));

    private async Task<bool> SetAsync(CommandCall call, CancellationToken cancellationToken)
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
                log.StartCallFailed(call.Method, reply.Outcome.ToString(), Advice.On(decision.Trouble));
            }

            Trouble = decision.Trouble;
            await Task.Delay(decision.Wait, time, cancellationToken);
        }
    }
}
