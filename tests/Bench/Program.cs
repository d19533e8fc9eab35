using Ontime.Bench;

// start: process start → first getUpdates. tap: one tap, durable and answered. load: updates a second with 100 people. due: who is due, among a million.
// year: a simulated year of 1,000 people with bills, held against what they should have been told.
Machine.Print();
var rounds = args.Length > 1 && int.TryParse(args[1], out var given) ? given : 0;
return args.FirstOrDefault() switch
{
    "start" => await Start.RunAsync(rounds > 0 ? rounds : 10),
    "tap" => await Taps.RunAsync(rounds > 0 ? rounds : 500),
    "load" => await Load.RunAsync(rounds > 0 ? rounds : 25),
    "due" => await Due.RunAsync(rounds > 0 ? rounds : 1_000_000),
    "year" => Years.Run(rounds > 0 ? rounds : 1000),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("bench start [rounds] | tap [taps] | load [updates of each of 100 people] | due [members] | year [people]");
    return 2;
}
