using Ontime.Bench;

int Number(int place, int otherwise) => args.Length > place && int.TryParse(args[place], out var given) && given > 0 ? given : otherwise;

// The processes of a load, started by it.
switch (args)
{
    case ["crowd", ..]:
        return await Crowd.RunAsync(Number(1, 1), Number(2, 1), Number(3, 0), Number(4, 0));
    case ["floor", var url, var token]:
        return await Floor.RunAsync(new Uri(url), token);
    case [Ontime.Bench.Chaos.Victim.Verb, var clock]:
        return await Ontime.Bench.Chaos.Victim.RunAsync(clock);
    case ["soakhost", var start]:
        return await Ontime.Bench.Soak.SoakHost.RunAsync(NodaTime.Instant.FromUnixTimeMilliseconds(long.Parse(start)));
}

Machine.Print();
return args.FirstOrDefault() switch
{
    "start" => await Start.RunAsync(Number(1, 10)),
    "load" => await Load.RunAsync(Number(1, 0) is > 0 and var people ? [people] : [1, 100, 1000], Number(2, 5), Number(3, 3)),
    "due" => await Due.RunAsync(Number(1, 1_000_000)),
    "scale" => await Scale.RunAsync(Number(1, 1_000_000), args.Contains("postgres")),
    "broadcast" => await Broadcast.RunAsync(Number(1, 1_000), Number(2, 20_000), Number(3, 1_000_000)),
    "chaos" => await Ontime.Bench.Chaos.ChaosRun.RunAsync(Number(1, 200), Number(2, 200), Number(3, 1), args.Contains("postgres")),
    "soak" => await Ontime.Bench.Soak.SoakRun.RunAsync(Number(1, 60), Number(2, 300), Number(3, 1)),
    "fuzz" => Ontime.Bench.Fuzz.Fuzzing.Run(Number(1, 1_000_000), Number(2, 1)),
    "handle" => Handling.Run(Number(1, 20_000)),
    "seal" => await Sealing.RunAsync(Number(1, 20_000)),
    "year" => Years.Run(Number(1, 1000)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine(
        """
        bench start [rounds]                     process start → first getUpdates
              load [people] [seconds] [rounds]   updates a second and the time from tap to next question, beside the floor; 1, 100 and 1,000 people
              due [members]                      who is due, 1,000 among a million
              scale [members] [postgres]         disk, who is due, the admin’s figures, start, a tap, memory, with 1,000 members and with many
              broadcast [people] [many] [members]   one at the usual pace, one without limits, and taps meanwhile; the dry count among a million
              chaos [kills] [people] [seed] [postgres]   the bot killed again and again on a bad line: nothing lost, nothing twice
              soak [minutes] [people] [seed]     months of mixed traffic: what may not grow stays flat
              fuzz [inputs] [seed]               broken input of every kind: a clean run or a clear refusal
              handle [sessions]                  a tap of the first session without a store or a network: the core, the codecs, the words
              seal [turns]                       what Storage:Key costs a turn
              year [people]                      a simulated year, held against what people should have been told
        """);
    return 2;
}
