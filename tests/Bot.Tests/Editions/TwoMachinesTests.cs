using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Ontime.Admin;
using Ontime.Bot.Tests.Host;
using Ontime.Bot.Tests.Storage;
using Ontime.Dialogs;
using Ontime.Storage;
using Ontime.Words;

namespace Ontime.Bot.Tests.Editions;

/// <summary>Two replicas on one PostgreSQL, each with files of its own.</summary>
public sealed class TwoMachinesTests : PostgresPair
{
    [Fact]
    public async Task Both_follow_the_pointer_with_their_next_turn_whatever_lies_in_their_folders()
    {
        var folder = Directory.CreateTempSubdirectory("ontime-two-");
        try
        {
            DialogFiles.Write(folder.FullName, ("house.help: |-\n", "house.help: |-\n  One.\n"));
            await using var one = await Machine.StartAsync(One, folder.FullName);
            DialogFiles.Write(folder.FullName, ("house.help: |-\n", "house.help: |-\n  Two.\n"));
            await using var other = await Machine.StartAsync(Other, folder.FullName);
            (await one.SaysAsync(1)).ShouldStartWith("Two.", customMessage: "new files of another machine");
            (await other.SaysAsync(2)).ShouldStartWith("Two.");

            DialogFiles.Write(folder.FullName, ("house.help: |-\n", "house.help: |-\n  Three.\n"));
            await one.ReloadAsync();
            (await other.SaysAsync(3)).ShouldStartWith("Three.");
            (await one.SaysAsync(4)).ShouldStartWith("Three.");

            await other.ReloadAsync(Order.Reload.Back);
            (await one.SaysAsync(5)).ShouldStartWith("Two.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>What decides and reloads of one process, without Telegram.</summary>
    private sealed class Machine : IAsyncDisposable
    {
        private readonly Door _door = new();
        private readonly List<OutboxRow> _decided = [];
        private readonly Shelf _shelf;
        private readonly Reload _reload;
        private readonly Task _turning;

        private Machine(Store store, Shelf shelf, Reader reader, string folder)
        {
            _shelf = shelf;
            _reload = new Reload(store, shelf, reader, folder, () => Noon, _ => { }, NullLogger.Instance);
            _turning = new Turns(store, shelf, _door, new Records(), committed => _decided.AddRange(committed.Rows), new TestTime(Noon), NullLogger.Instance).RunAsync(CancellationToken.None);
        }

        public static async Task<Machine> StartAsync(Store store, string folder)
        {
            var reader = new Reader(store, Core, NullLogger.Instance);
            var (files, _) = DialogFolder.LoadWhole(folder, lint: true);
            return new Machine(store, new Shelf(await reader.FirstAsync(files!, Noon, CancellationToken.None), reader.ReadAsync), reader, folder);
        }

        /// <summary>What somebody hears of this machine, in the words of the edition that decided it.</summary>
        public async Task<string> SaysAsync(long chat)
        {
            var incoming = new Incoming(chat, null, new Input.Wake());
            await _door.PutAsync(incoming, CancellationToken.None);
            await incoming.Done;
            var said = EffectCodec.Read(_decided[^1].Body);
            var book = await _shelf.ReadAsync(said.Edition, CancellationToken.None);
            return book.Renderer.Render(Language.En, ((Effect.Say)said.Effects[0]).Message).Html;
        }

        public async Task ReloadAsync(string? what = null)
        {
            var look = await _reload.OfAsync(new Order.Reload(what), CancellationToken.None);
            var order = (Order.Reload)Orders.Parse(look.Rows[0][0].Data[Orders.Button.Length..])!;
            (await _reload.OfAsync(order, CancellationToken.None)).Lines[0].Key.ShouldBe("admin.reload.done");
            (await _reload.OfAsync(order, CancellationToken.None)).Lines[0].Key.ShouldBe("admin.reload.done", "an order is sent at least once");
        }

        public async ValueTask DisposeAsync()
        {
            _door.Close();
            await _turning;
        }

        private static Handle Core(DialogSet set) => (_, _, _) => new Turn(null, Language.En, [new Effect.Say("n", new Message(new Line("house.help")))], []);
    }
}
