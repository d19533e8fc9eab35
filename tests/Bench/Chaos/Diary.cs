using NodaTime;
using Ontime.Emulator;
using Ontime.Typing;

namespace Ontime.Bench.Chaos;

using Person = Ontime.Emulator.Person;

/// <summary>Does what one person does and writes it down in the order in which Telegram numbers it, so that it can be played again.</summary>
/// <param name="lines">True: by webhook, where words and taps of one person travel by lines of their own; then neither overtakes the other here.</param>
internal sealed class Diary(Person person, string languageCode, Func<Instant> now, bool lines)
{
    private readonly List<(Input Input, Instant At)> _entries = [];
    private readonly Ontime.Person _who = new(person.Id, person.Name, languageCode);

    public Person Person => person;

    public IReadOnlyList<(Input Input, Instant At)> Entries => _entries;

    public async Task SayAsync(string text)
    {
        await OneLineAsync<Input.Said>();
        var (at, id) = (now(), person.Say(text));
        _entries.Add((new Input.Said(_who, text is ['/', ..] ? Cleaned.AsTyped(text) : Cleaned.Text(text), id, at), at));
    }

    public async Task TapAsync(ChatMessage message, string data)
    {
        await OneLineAsync<Input.Tapped>();
        var tap = person.Tap(message, data);
        _entries.Add((new Input.Tapped(_who, data, message.Id, tap.Id), now()));
    }

    /// <summary>The clock has been set while everybody rested: whoever waited for that moment is woken, once.</summary>
    public void Passed(Instant at) => _entries.Add((new Input.Wake(), at));

    private async Task OneLineAsync<T>()
        where T : Input
    {
        if (lines && _entries.Count > 0 && _entries[^1].Input is not (T or Input.Wake))
        {
            await person.SettledAsync();
        }
    }
}
