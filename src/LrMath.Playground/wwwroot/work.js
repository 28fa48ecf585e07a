// Runs LogWork.cs in a worker; its name is the address of the runtime.
const ready = (async () => {
  const { dotnet } = await import(self.name);
  const { getAssemblyExports, getConfig } = await dotnet.create();
  return (await getAssemblyExports(getConfig().mainAssemblyName)).LrMath.Playground.Work.LogWork;
})();

addEventListener("message", async event => {
  try {
    const log = await ready;
    postMessage(log.Run(event.data.request, event.data.file.name, new Uint8Array(await event.data.file.arrayBuffer())));
  } catch (problem) {
    postMessage(JSON.stringify({ fault: `The file cannot be read: ${problem.message ?? problem}` }));
  }
});
