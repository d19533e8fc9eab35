using Ontime.Bot.Workers;
using Ontime.Storage;
using Ontime.Telegram;

namespace Ontime.Bot;

/// <summary>What the parts of a running bot share, from its start to its end.</summary>
internal sealed record Parts(
    Settings Settings, Surroundings Around, Shelf Shelf, Store Store, BotApi Api, Greeter Greeter, Gate Gate, SenderKit Kit,
    Outlet Outlet, Reception Reception, Tenure Tenure, Health Health, Backups? Backups);
