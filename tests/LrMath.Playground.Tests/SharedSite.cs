using Xunit;

namespace LrMath.Playground.Tests;

/// <summary>All journeys share one server and one browser.</summary>
[CollectionDefinition(nameof(SharedSite))]
public sealed class SharedSite : ICollectionFixture<Site>;
