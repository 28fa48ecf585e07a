namespace LrMath.Benchmarks.Comparison.Rows;

/// <summary>Bytes allocated by steps and ranges, counted after the race, when all code is hot.</summary>
internal static class AllocationRows
{
    public static void Add(Race race, Buffers buffers)
    {
        IReadOnlyList<Subject> subjects = Catalogue.All(buffers.Doubles.Length);
        race.Group($"Bytes that are allocated by {subjects.Count} schedules of ours, all together");
        Count("a step", subject => _ = subject.Schedule(1000));
        Count("a range of doubles", subject => subject.Schedule.Evaluate(0, buffers.Doubles));
        Count("a range of floats", subject => subject.Schedule.Evaluate(0, buffers.Floats));

        void Count(string what, Action<Subject> use) =>
            race.Row(() =>
            {
                long bytes = 0;
                string worst = "";
                foreach (Subject subject in subjects)
                {
                    use(subject);
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    use(subject);
                    long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                    bytes += allocated;
                    worst = allocated > 0 ? $", by {subject.Name} among others" : worst;
                }

                return Row.Counted(what + worst, Goal.None("bytes"), bytes);
            });
    }
}
