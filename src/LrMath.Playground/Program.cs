using LrMath.Playground;
using LrMath.Playground.Model;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;

var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.Services.AddSingleton(Documentation.Embedded());
builder.Services.AddSingleton<Catalogue>();
builder.RootComponents.Add<App>("#app");
await Browser.LoadAsync();
await builder.Build().RunAsync();
