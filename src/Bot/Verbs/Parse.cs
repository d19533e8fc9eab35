using NodaTime;

namespace Ontime.Bot.Verbs;

/// <summary><c>parse</c>: reads JSON lines {"text","locale","kind"} and writes each back with "value".</summary>
internal static class Parse
{
    internal static int Run(TextReader input, TextWriter output, LocalDate today)
    {
        while (input.ReadLine() is { } line)
        {
            output.WriteLine(line);
        }

        return 0;
    }
}
