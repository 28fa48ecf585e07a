// What only the browser can do; Browser.cs says what each function is for. No number of a schedule is computed here.
let chosen = null;
let worker = null;
let refuse = null;

// The name has a hash of the content in it, which the import map of the page knows and a worker does not.
const runtime = import.meta.resolve(new URL("_framework/dotnet.js", document.baseURI));

// These keys move the cursor and the view; elsewhere they scroll the page.
const plotKeys = new Set(["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home"]);
const handleKeys = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]);
const isHandle = element => element.classList?.contains("handle");
document.addEventListener("keydown", event => {
  if ((event.target.id === "plot" && plotKeys.has(event.key)) || (isHandle(event.target) && handleKeys.has(event.key))) event.preventDefault();
});

// A handle that is held hears of the pointer wherever it goes.
document.addEventListener("pointerdown", event => {
  if (event.isTrusted && isHandle(event.target)) event.target.setPointerCapture(event.pointerId);
});

export function show(id, svg) {
  const element = document.getElementById(id);
  if (element) element.innerHTML = svg;
}

export const address = () => location.hash.replace(/^#/, "");

export const setAddress = text => history.replaceState(null, "", "#" + text);

export const onAddress = changed => addEventListener("hashchange", () => changed(address()));

export function onWidth(id, changed) {
  const element = document.getElementById(id);
  let last = 0;
  const tell = () => {
    const width = Math.round(element.clientWidth);
    if (width > 0 && width !== last) changed((last = width));
  };
  tell();
  new ResizeObserver(tell).observe(element);
}

export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

export const save = (name, type, text) => download(name, new Blob([text], { type }));

export async function savePng(name, svg, width, height) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2 * width, 2 * height];
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  download(name, await new Promise(done => canvas.toBlob(done, "image/png")));
}

function download(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export function onFile(input, told) {
  const take = file => {
    if (!file) return;
    chosen = file;
    told(file.name, file.size);
  };
  document.addEventListener("change", event => {
    if (event.target.id === input) {
      take(event.target.files[0]);
      event.target.value = "";
    }
  });
  document.addEventListener("dragover", event => {
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  document.addEventListener("dragleave", event => {
    if (!event.relatedTarget) document.body.classList.remove("dropping");
  });
  document.addEventListener("drop", event => {
    event.preventDefault();
    document.body.classList.remove("dropping");
    take(event.dataTransfer.files[0]);
  });
}

// A log is read in a worker with a runtime of its own: the page stays alive, and ending the worker ends the work.
export function work(request) {
  const file = chosen;
  worker ??= new Worker(new URL("work.js", document.baseURI), { type: "module", name: runtime });
  return new Promise((resolve, reject) => {
    refuse = reject;
    worker.onmessage = event => resolve(event.data);
    worker.onerror = event => {
      cancel();
      reject(new Error(event.message || "the worker has failed"));
    };
    worker.postMessage({ request, file });
  });
}

export function cancel() {
  worker?.terminate();
  worker = null;
  refuse?.(new Error("cancelled"));
  refuse = null;
}

export const focus = id => document.getElementById(id)?.focus();
