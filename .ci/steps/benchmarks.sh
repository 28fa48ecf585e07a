# Everything that is measured runs; figures are judged on an idle machine only.
dotnet run -c Release --no-build --project benchmarks/LrMath.Benchmarks -- compare --quick
