// What the drawing page of the export does; called from picture.py over the browser's own channel.
"use strict";

// The ids inside a chart are drawn by lot; from a seed they are the same every time.
function seed(state) {
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

// The SVG text of a Plotly chart (JSON) of a size in pixels.
async function drawChart(chart, width, height, lot) {
  seed(lot);
  const {data, layout} = JSON.parse(chart);
  const own = ownFont(layout);
  // Marks that only take clicks are not seen.
  const seen = data.filter((trace) => trace.mode !== "markers" || trace.marker?.opacity !== 0);
  const svg = await Plotly.toImage(
    {data: seen, layout}, {format: "svg", width, height, imageDataOnly: true});
  return portable(svg.replaceAll(own, ""));
}

// Put a font that there is not, another for each chart, before that of a layout; return its words.
// Plotly keeps the sizes of texts by their style, whatever language the page had when it measured
// them: a chart would depend on those that were drawn before it.
let charts = 0;
function ownFont(layout) {
  const own = `chart-${charts += 1}, `;
  layout.font = {...layout.font, family: own + (layout.font?.family ?? "sans-serif")};
  return own;
}

// The SVG in what all programs draw alike: lines of a label at their places, patterns drawn out.
function portable(svg) {
  const root = document.importNode(
    new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
  // In the page, as sizes are known only there.
  document.body.append(root);
  root.querySelectorAll("tspan[y][dy]").forEach(placeLine);
  drawPatterns(root);
  root.remove();
  return new XMLSerializer().serializeToString(root);
}

// Say of a line where it stands: some programs pass over its distance where it has a place.
function placeLine(line) {
  const distance = line.getAttribute("dy");
  const size = distance.endsWith("em") ? parseFloat(getComputedStyle(line).fontSize) : 1;
  const top = parseFloat(line.getAttribute("y")) + parseFloat(distance) * size;
  line.setAttribute("y", +top.toFixed(2));
  line.removeAttribute("dy");
}

// Draw patterns out: other programs know none, PDF makes bitmaps of them.
function drawPatterns(root) {
  const name = (shape) => /url\("?#([^")]+)/.exec(shape.style.fill)?.[1];
  const shapes = [...root.querySelectorAll("path, rect")].filter(name);
  shapes.forEach((shape, count) => {
    const pattern = root.getElementById(name(shape));
    if (pattern?.tagName === "pattern") hatch(root, shape, pattern, `${pattern.id}-${count}`);
  });
  root.querySelectorAll("pattern").forEach((pattern) => pattern.remove());
}

// Give a shape the ground of a pattern, and lay its marks over it, cut at its edge.
function hatch(root, shape, pattern, id) {
  const [ground, mark] = pattern.children;
  const make = (tag) => document.createElementNS("http://www.w3.org/2000/svg", tag);
  const edge = make("clipPath"), marks = make("path"), layer = make("g"), plot = make("g");
  edge.id = id;
  edge.append(shape.cloneNode());
  // A bare shape cuts: its fill is the pattern that goes, and what cuts itself is said by the plot.
  ["style", "class", "clip-path"].forEach((name) => edge.firstChild.removeAttribute(name));
  marks.setAttribute("d", tiles(shape.getBBox(), pattern, mark));
  marks.setAttribute("transform", pattern.getAttribute("patternTransform") || "");
  for (const {name, value} of mark.attributes) {
    if (!["d", "cx", "cy", "r"].includes(name)) marks.setAttribute(name, value);
  }
  if (mark.tagName === "path") marks.setAttribute("fill", "none");
  layer.setAttribute("clip-path", `url(#${id})`);
  layer.append(marks);
  shape.style.fill = ground.getAttribute("fill");
  // A path that is moved takes its marks along.
  if (shape.hasAttribute("transform")) {
    layer.setAttribute("transform", shape.getAttribute("transform"));
    edge.firstChild.removeAttribute("transform");
  }
  if (shape.hasAttribute("clip-path")) plot.setAttribute("clip-path", shape.getAttribute("clip-path"));
  plot.append(layer);
  shape.after(edge, plot);
}

// The marks of a pattern repeated over a box, as one path.
function tiles(box, pattern, mark) {
  const scale = parseFloat(/scale\(([\d.]+)/.exec(pattern.getAttribute("patternTransform"))?.[1] ?? 1);
  const wide = pattern.width.baseVal.value, high = pattern.height.baseVal.value;
  const first = (start, size) => Math.floor(start / scale / size);
  const last = (end, size) => Math.ceil(end / scale / size);
  const drawn = [];
  for (let x = first(box.x, wide); x < last(box.x + box.width, wide); x += 1) {
    for (let y = first(box.y, high); y < last(box.y + box.height, high); y += 1) {
      drawn.push(moved(mark, x * wide, y * high));
    }
  }
  return drawn.join("");
}

function moved(mark, right, down) {
  const at = (value, by) => (parseFloat(value) + by).toFixed(2);
  if (mark.tagName === "circle") {
    const radius = mark.r.baseVal.value;
    const start = `${at(mark.cx.baseVal.value - radius, right)},${at(mark.cy.baseVal.value, down)}`;
    const half = `a${radius},${radius} 0 1,0`;
    return `M${start}${half} ${2 * radius},0${half} ${-2 * radius},0Z`;
  }
  const number = "(-?[\\d.e-]+)";
  return mark
    .getAttribute("d")
    .replace(new RegExp(`([ML])${number},${number}`, "g"),
      (_, command, x, y) => `${command}${at(x, right)},${at(y, down)}`);
}

// Take typefaces (CSS) into the page; nothing is drawn or measured before they are there.
async function setTypefaces(rules, fonts) {
  document.getElementById("typefaces").textContent = rules;
  await Promise.all(fonts.map((font) => document.fonts.load(font, "碳₂")));
}

// Set texts that are measured with features of the font.
function setFeatures(features) {
  document.documentElement.style.fontFeatureSettings = features;
}

// Boxes with texts that are laid out but not seen; gone after use.
function withBoxes(items, style, use) {
  const holder = document.createElement("div");
  holder.className = "measure";
  const boxes = items.map(({text, font, room}) => {
    const box = document.createElement("div");
    box.style.font = font;
    box.style.width = room ? `${room}px` : style;
    box.textContent = text;
    holder.append(box);
    return box;
  });
  document.body.append(holder);
  const used = boxes.map(use);
  holder.remove();
  return used;
}

// The lines of texts, each in a font (CSS shorthand) and a room in pixels, broken by the browser.
function linesOf(items) {
  return withBoxes(items, "", (box) => (box.firstChild ? linesIn(box.firstChild) : []));
}

function linesIn(node) {
  const range = document.createRange();
  const topAt = (place) => {
    range.setStart(node, place);
    range.setEnd(node, place + 1);
    const parts = range.getClientRects();
    return parts.length ? parts[parts.length - 1].top : null;
  };
  const isAbove = (place, top) => {
    const other = topAt(place);
    return other === null || other < top + 1;
  };
  const lines = [];
  for (let start = 0, end; start < node.length; start = end) {
    const top = topAt(start) ?? -Infinity;
    let low = start + 1, high = node.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isAbove(middle, top)) low = middle + 1;
      else high = middle;
    }
    end = low;
    lines.push(node.data.slice(start, end));
  }
  return lines;
}

// For each text its width in one line and the width of its longest piece, in pixels.
function extentsOf(items) {
  const width = (box) => box.getBoundingClientRect().width;
  const whole = withBoxes(items, "max-content", width);
  const least = withBoxes(items, "min-content", width);
  return whole.map((one, place) => [one, least[place]]);
}

// Show an SVG alone: on paper of a size in mm, on the screen in pixels where they are given.
function showSheet(svg, widthMm, heightMm, widthPx, heightPx) {
  const sheet = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
  if (sheet.tagName !== "svg") throw new Error(sheet.textContent);
  if (widthPx) {
    sheet.setAttribute("width", widthPx);
    sheet.setAttribute("height", heightPx);
  }
  document.getElementById("paper").textContent = `@page{size:${widthMm}mm ${heightMm}mm;margin:0}`;
  document.getElementById("sheet").replaceChildren(document.importNode(sheet, true));
}

// Texts of the sheet that lie outside of it by more than a little, in units of the sheet.
function textsOutside(margin) {
  const sheet = document.querySelector("#sheet svg");
  const whole = sheet.getBoundingClientRect();
  const scale = sheet.viewBox.baseVal.width / whole.width;
  const isOutside = (box) =>
    box.width > 0 &&
    (box.left - whole.left < -margin / scale || whole.right - box.right < -margin / scale ||
      box.top - whole.top < -margin / scale || whole.bottom - box.bottom < -margin / scale);
  return [...sheet.querySelectorAll("text")]
    .filter((text) => isOutside(text.getBoundingClientRect()))
    .map((text) => text.textContent);
}

// Whether a font has glyphs for Chinese characters: missing ones all look the same.
function hasChinese(font) {
  const looks = [..."碳达峰"].map((character) => {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 40;
    const context = canvas.getContext("2d");
    context.font = font;
    context.fillText(character, 4, 32);
    return canvas.toDataURL();
  });
  return new Set(looks).size === looks.length;
}
