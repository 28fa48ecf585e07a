using LrMath.Native;

if (args is ["walk", string stage])
{
    Console.WriteLine(Walk.To(stage));
    return 0;
}

// The argument is a file of schedules, one in each line. What is printed has to be the same from native code and under the JIT; what has
// failed is printed to the error stream.
foreach (string line in File.ReadLines(args[0]).SelectMany(SavedData.OfSchedule).Concat(SavedData.OfRun()))
{
    Console.WriteLine(line);
}

IReadOnlyList<string> failures = [.. Resumption.Failures(), .. RoundTrips.Failures()];
foreach (string failure in failures)
{
    Console.Error.WriteLine(failure);
}

Console.WriteLine($"{failures.Count} failures in a resumed run and in states through JSON");
return failures.Count == 0 ? 0 : 1;
