// Hover, zoom and pan in the pictures of LrMath. Each panel carries its axes and its points in the attribute data-lrm; heights are values,
// or logarithms of values where the axis is logarithmic.
"use strict";
const make = (name, attributes, text) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
};

// The ends of an axis, in the units that its pixels are proportional to.
const scale = axis => (axis.log ? Math.log10 : value => value);

function ticks(low, high, most) {
  const least = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(least));
  const apart = [1, 2, 5, 10].map(digit => digit * power).find(distance => distance >= least * 0.999999);
  const found = [];
  for (let n = Math.ceil(low / apart - 1e-9); n * apart <= high + 1e-9 * apart; n++) found.push(n * apart);
  return found;
}

const short = value => {
  const size = Math.abs(value);
  if (value === 0) return "0";
  if (size >= 1e9 || size < 1e-4) return String(Number(value.toPrecision(6))).replace(/^(-?\d\.?\d*)e\+?/, "$1e");
  return Number(value.toPrecision(size >= 1e5 ? 10 : 6)).toLocaleString("en-US", { maximumFractionDigits: 10 });
};

// The index of the last point at or before x; -1 before the first.
function indexBefore(points, x) {
  let [low, high] = [-1, points.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (points[middle][0] <= x) low = middle;
    else high = middle - 1;
  }
  return low;
}

function start(panel, note) {
  const data = JSON.parse(panel.dataset.lrm);
  const [xScale, yScale] = [scale(data.x), scale(data.y)];
  const whole = [xScale(data.x.low), xScale(data.x.high), yScale(data.y.low), yScale(data.y.high)];
  let view = [...whole];
  let cursor = null;
  const part = name => panel.querySelector(name);
  const [xPart, yPart, marks, clip] = [".lrm-x", ".lrm-y", ".lrm-m", ".lrm-c"].map(part);
  const original = new Map([xPart, yPart, marks, clip].map(element => [element, [...element.childNodes]]));
  const [left, right, bottom, top] = [data.x.from, data.x.to, data.y.from, data.y.to];
  const xPixel = x => left + ((x - view[0]) / (view[1] - view[0])) * (right - left);
  const yPixel = y => Math.min(1e5, Math.max(-1e5, bottom + ((y - view[2]) / (view[3] - view[2])) * (top - bottom)));
  const moved = () => view.some((end, i) => end !== whole[i]);

  const hover = make("g", { "pointer-events": "none" });
  const target = make("rect", { x: left, y: top, width: right - left, height: bottom - top, fill: "transparent", class: "lrm-target" });
  panel.append(hover, target);
  target.setAttribute("tabindex", "0");
  target.setAttribute("role", "application");
  target.setAttribute("aria-label", `${data.name || "plot"}: arrow keys read values, plus and minus zoom, shift and arrows move, 0 shows all`);

  // Points along x, for reading values.
  const curves = data.curves.map(curve => ({ ...curve, points: curve.runs.flat().sort((a, b) => a[0] - b[0]) }));

  function path(curve) {
    let text = "";
    for (const run of curve.runs) {
      const xs = run.map(point => xScale(point[0]));
      let from = xs.findIndex((x, i) => i + 1 >= xs.length || xs[i + 1] >= view[0]);
      if (from < 0) continue;
      for (let i = from, last = null; i < run.length; i++) {
        const [x, y] = [xPixel(xs[i]), yPixel(run[i][1])];
        if (last === null) text += `M${x} ${y}`;
        else if (curve.steps && run[i][2] && Math.abs(y - last) > 0.5) text += `H${x}V${y}`;
        else text += `L${x} ${y}`;
        last = y;
        if (i === run.length - 1) text += `H${curve.steps ? xPixel(xScale(run[i][0] + 1)) : x + (run.length === 1 ? 1 : 0)}`;
        if (xs[i] > view[1] && curve.ordered) break;
      }
    }
    return text;
  }

  function area(band) {
    return band.runs
      .map(run => {
        const upper = run.map(([x, , high]) => `${xPixel(xScale(x))} ${yPixel(high)}`);
        const lower = run.map(([x, low]) => `${xPixel(xScale(x))} ${low === null ? 1e5 : yPixel(low)}`).reverse();
        return `M${[...upper, ...lower].join("L")}Z`;
      })
      .join("");
  }

  function axes() {
    const xs = [];
    const unit = data.x.log ? 1 : data.x.unit;
    const most = Math.max(2, Math.floor((right - left) / (7 * data.ticks)));
    for (const at of ticks(view[0] / unit, view[1] / unit, most)) {
      const pixel = xPixel(at * unit);
      xs.push(make("line", { class: "lrm-axis", x1: pixel, x2: pixel, y1: bottom, y2: bottom + data.gap / 2 }));
      const label = short(data.x.log ? 10 ** at / data.x.unit : at);
      const place = { x: pixel, y: bottom + data.gap / 2 + 1.2 * data.ticks, "font-size": data.ticks, "text-anchor": "middle" };
      xs.push(make("text", { class: "lrm-soft", ...place }, label));
    }
    xs.push(make("line", { class: "lrm-axis", x1: left, x2: right, y1: bottom, y2: bottom }));
    xPart.replaceChildren(...xs);
    const ys = [];
    for (const at of ticks(view[2], view[3], Math.min(9, Math.max(2, Math.floor((bottom - top) / (2 * data.ticks)))))) {
      ys.push(make("line", { class: "lrm-grid", x1: left, x2: right, y1: yPixel(at), y2: yPixel(at) }));
      const label = short(data.y.log ? 10 ** at : at);
      const place = { x: left - data.gap, y: yPixel(at) + 0.36 * data.ticks, "font-size": data.ticks, "text-anchor": "end" };
      ys.push(make("text", { class: "lrm-soft", ...place }, label));
    }
    yPart.replaceChildren(...ys);
  }

  function lines() {
    const drawn = data.bands.map(band => {
      const group = make("g", { class: band.class });
      group.append(make("path", { d: area(band), fill: "currentColor", "fill-opacity": 0.18 }));
      return group;
    });
    for (const curve of curves) {
      const group = make("g", { class: curve.class });
      const style = { fill: "none", stroke: "currentColor", "stroke-width": data.line, "stroke-linejoin": "round" };
      group.append(make("path", { d: path(curve), ...style, "stroke-dasharray": curve.dash }));
      drawn.push(group);
    }
    clip.replaceChildren(...drawn);
    const labels = [];
    for (const { x, label } of data.marks) {
      const at = xPixel(xScale(x));
      if (at < left || at > right) continue;
      labels.push(make("line", { class: "lrm-axis", x1: at, x2: at, y1: top, y2: bottom, "stroke-dasharray": "4 3" }));
      labels.push(make("text", { class: "lrm-ink", x: at + 4, y: top + data.ticks, "font-size": data.ticks }, label));
    }
    marks.replaceChildren(...labels);
  }

  function draw() {
    if (moved()) {
      axes();
      lines();
    } else {
      for (const [element, children] of original) element.replaceChildren(...children);
    }
    read(cursor);
  }

  function value(curve, x) {
    const at = indexBefore(curve.points, x);
    if (at < 0 || (at === curve.points.length - 1 && x > curve.points[at][0] + (curve.steps ? 1 : 0))) return null;
    const [here, next] = [curve.points[at], curve.points[at + 1]];
    const exact = here[0] === x || !next || (curve.steps && next[0] <= here[0] + 1);
    const height = exact ? here[1] : here[1] + ((x - here[0]) / (next[0] - here[0])) * (next[1] - here[1]);
    return { height, text: (exact ? "" : "≈ ") + short(data.y.log ? 10 ** height : height) };
  }

  function read(x) {
    cursor = x;
    hover.replaceChildren();
    if (x === null) return;
    const at = xPixel(xScale(x));
    if (at < left - 1 || at > right + 1) return;
    hover.append(make("line", { class: "lrm-axis", x1: at, x2: at, y1: top, y2: bottom }));
    const name = data.x.name || "x";
    const said = [`${name} ${short(x / data.x.unit)}`];
    for (const curve of curves) {
      const found = value(curve, x);
      if (!found) continue;
      said.push(`${curve.name ? curve.name + ": " : ""}${found.text}`);
      const dot = { cx: at, cy: yPixel(found.height), r: 3.5, fill: "currentColor" };
      const group = make("g", { class: curve.class });
      if (dot.cy >= top - 1 && dot.cy <= bottom + 1) group.append(make("circle", dot));
      hover.append(group);
    }
    note.textContent = said.join("\n");
  }

  // The nearest x that has a value: a whole step, or a measured point.
  function near(x) {
    const candidates = curves.flatMap(curve => {
      if (curve.steps) return [Math.min(Math.max(Math.floor(x), curve.points[0]?.[0] ?? 0), curve.points.at(-1)?.[0] ?? 0)];
      const at = indexBefore(curve.points, x);
      return [curve.points[at], curve.points[at + 1]].filter(Boolean).map(point => point[0]);
    });
    return candidates.reduce((best, at) => (best === null || Math.abs(at - x) < Math.abs(best - x) ? at : best), null);
  }

  const xAt = position => (data.x.log ? 10 ** position : position);

  // Keeps the view within the picture, and no narrower than ten steps or a millionth.
  function show(next) {
    for (const [low, high] of [[0, 1], [2, 3]]) {
      const size = whole[high] - whole[low];
      const least = low === 0 && !data.x.log ? Math.max(size * 1e-6, Math.min(size, curves.some(curve => curve.steps) ? 10 : 0)) : size * 1e-6;
      const length = Math.min(size, Math.max(least, next[high] - next[low]));
      const begin = Math.min(Math.max(next[low] + (next[high] - next[low] - length) / 2, whole[low]), whole[high] - length);
      [next[low], next[high]] = length === size ? [whole[low], whole[high]] : [begin, begin + length];
    }
    view = next;
    draw();
  }

  function zoom(factor, across, x, y) {
    const next = [...view];
    const [low, high, at] = across ? [0, 1, x] : [2, 3, y];
    next[low] = at - (at - view[low]) * factor;
    next[high] = at + (view[high] - at) * factor;
    show(next);
  }

  function pan(dx, dy) {
    show([view[0] + dx, view[1] + dx, view[2] + dy, view[3] + dy]);
  }

  function place(event) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(panel.getScreenCTM().inverse());
    return [
      view[0] + ((point.x - left) / (right - left)) * (view[1] - view[0]),
      view[2] + ((point.y - bottom) / (top - bottom)) * (view[3] - view[2]),
    ];
  }

  const held = new Map();
  target.addEventListener("wheel", event => {
    event.preventDefault();
    zoom(Math.exp(0.002 * (event.deltaY || event.deltaX)), !event.shiftKey, ...place(event));
  }, { passive: false });
  target.addEventListener("pointerdown", event => {
    target.setPointerCapture(event.pointerId);
    held.set(event.pointerId, place(event));
  });
  target.addEventListener("pointermove", event => {
    const here = place(event);
    const before = held.get(event.pointerId);
    if (!before) return read(near(xAt(here[0])));
    if (held.size === 1) {
      pan(before[0] - here[0], before[1] - here[1]);
      held.set(event.pointerId, place(event));
      read(near(xAt(place(event)[0])));
    } else {
      const other = [...held].find(([id]) => id !== event.pointerId)[1];
      const factor = Math.abs(before[0] - other[0]) / Math.max(Math.abs(here[0] - other[0]), 1e-12);
      zoom(Math.min(2, Math.max(0.5, factor)), true, ...other);
      held.set(event.pointerId, place(event));
    }
  });
  for (const end of ["pointerup", "pointercancel"]) target.addEventListener(end, event => held.delete(event.pointerId));
  target.addEventListener("dblclick", () => show([...whole]));
  target.addEventListener("keydown", event => {
    const middle = [cursor === null ? (view[0] + view[1]) / 2 : xScale(cursor), (view[2] + view[3]) / 2];
    const [width, height] = [view[1] - view[0], view[3] - view[2]];
    const by = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[event.key];
    if (by && (event.shiftKey || by[1])) pan(0.1 * by[0] * width, 0.1 * by[1] * height);
    else if (by) step(by[0]);
    else if (event.key === "+" || event.key === "=") zoom(0.8, true, ...middle);
    else if (event.key === "-") zoom(1.25, true, ...middle);
    else if (event.key === "0" || event.key === "Escape" || event.key === "Home") show([...whole]);
    else return;
    event.preventDefault();
  });

  // To the next pixel, or to the next value where those are further apart.
  function step(direction) {
    const from = cursor === null ? xAt((view[0] + view[1]) / 2) : cursor;
    for (let pixels = 1; pixels < 1e4; pixels++) {
      const x = near(xAt(xScale(from) + (direction * pixels * (view[1] - view[0])) / (right - left)));
      if (x === null || xScale(x) < whole[0] || xScale(x) > whole[1]) return;
      if (direction * (x - from) > 0 || cursor === null) return read(x);
    }
  }
}

for (const panel of document.querySelectorAll(".lrm-panel")) start(panel, document.querySelector("output"));
