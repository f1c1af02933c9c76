// The labs that stand: a drawing, and the same in words.
import { ask, doing, make, plain } from "./elements.js";

const SVG = "http://www.w3.org/2000/svg";
const WIDTH = 244, GAP = 28, ROW = 44, HEAD = 58, LANE = 34;

const shape = (tag, attributes, text) => {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  if (text !== undefined) element.textContent = plain(text);
  return element;
};
const cut = (text, most) => text.length > most ? text.slice(0, most - 1) + "…" : text;

// What all containers of a lab begin with says nothing in its drawing.
const short = (name, lab) => name.startsWith("tare-" + lab.name + "-") ? name.slice(lab.name.length + 6) : name.replace(/^tare-/, "");
const networksOf = host => [...new Set(host.containers.flatMap(c => Object.keys(c.networks)))].filter(name => name !== "host" && name !== "none").sort();

const words = lab => lab.hosts.map(h => h.name + " at " + h.address + " with " + (h.containers.length ? h.containers.map(c => c.name).join(", ") : "no container")).join("; ");

// Hosts as boxes with their containers; below them one line a network from host to host, the underlay last.
export const drawing = lab => {
  const networks = [...new Set(lab.hosts.flatMap(networksOf))].sort();
  const most = Math.max(1, ...lab.hosts.map(h => h.containers.length));
  const high = HEAD + most * ROW + 8;
  const wide = lab.hosts.length * (WIDTH + GAP) - GAP + 2;
  const bottom = high + 26 + networks.length * LANE;
  const svg = shape("svg", { viewBox: "-1 -1 " + (wide + 1) + " " + (bottom + 44), width: wide, height: bottom + 45, preserveAspectRatio: "xMinYMin", class: "drawing", role: "img", "aria-label": plain("Lab " + lab.name + ": " + words(lab)) });
  const middle = i => i * (WIDTH + GAP);
  const drop = (i, k) => middle(i) + 24 + (k * 24) % (WIDTH - 48);
  networks.forEach((name, k) => {
    const y = high + 26 + k * LANE;
    const at = lab.hosts.map((h, i) => networksOf(h).includes(name) ? drop(i, k) : -1).filter(x => x >= 0);
    at.forEach(x => svg.append(shape("line", { x1: x, y1: high, x2: x, y2: y, class: "wire wire" + k % 8 })));
    svg.append(shape("line", { x1: Math.min(...at), y1: y, x2: Math.max(...at, Math.min(...at) + 60), y2: y, class: "wire wire" + k % 8 }));
    svg.append(shape("text", { x: middle(lab.hosts.findIndex(h => networksOf(h).includes(name))) + 16 + 24 * Math.min(networks.length, 6), y: y - 6, class: "soft" }, cut(name, 40)));
  });
  lab.hosts.forEach((host, i) => {
    const x = middle(i);
    svg.append(shape("line", { x1: x + WIDTH - 20, y1: high, x2: x + WIDTH - 20, y2: bottom, class: "wire underlay" }));
    svg.append(shape("rect", { x, y: 0, width: WIDTH, height: high, rx: 8, class: "host" }));
    svg.append(shape("text", { x: x + 14, y: 25, class: "strong" }, cut(host.name, 20)));
    svg.append(shape("text", { x: x + 14, y: 43, class: "soft" }, cut(host.address + (host.version ? ", Docker " + host.version : ""), 34)));
    host.containers.forEach((container, row) => {
      const y = HEAD + row * ROW;
      svg.append(shape("rect", { x: x + 10, y, width: WIDTH - 20, height: ROW - 8, rx: 5, class: "container" + (container.running ? "" : " ended") }));
      const joined = Object.entries(container.networks);
      svg.append(shape("text", { x: x + 18, y: y + 15 }, cut(short(container.name, lab), joined.some(([name]) => networks.includes(name)) ? 25 : 29)));
      svg.append(shape("text", { x: x + 18, y: y + 30, class: "soft" }, container.running ? cut(joined.map(([name, address]) => address || name).join(", "), 32) : "ended"));
      joined.map(([name]) => networks.indexOf(name)).filter(k => k >= 0).forEach((k, n) =>
        svg.append(shape("circle", { cx: x + WIDTH - 22 - n * 13, cy: y + 12, r: 4.5, class: "spot" + k % 8 })));
    });
  });
  svg.append(shape("line", { x1: WIDTH - 20, y1: bottom, x2: wide - 22, y2: bottom, class: "underlay" }));
  svg.append(shape("text", { x: 14, y: bottom + 24, class: "soft" }, cut("underlay: " + lab.words, Math.floor(wide / 6.2))));
  return svg;
};

const table = lab => make("details", {}, make("summary", {}, "The same as a table"), make("div", { class: "box left" }, make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Containers of lab " + lab.name }, make("table", {},
  make("thead", {}, make("tr", {}, ...["host", "container", "networks"].map(name => make("th", { scope: "col" }, name)))),
  make("tbody", {}, ...lab.hosts.flatMap(host => (host.containers.length ? host.containers : [{ name: "no container", running: true, networks: {} }]).map(c => make("tr", {},
    make("th", { scope: "row" }, host.name), make("td", { class: "word" }, c.name + (c.running ? "" : " (ended)")),
    make("td", { class: "why" }, Object.entries(c.networks).map(([name, address]) => address ? name + " " + address : name).join(", "))))))))));

const section = lab => make("section", {},
  make("h2", {}, "Lab ", lab.name),
  make("p", { class: "meta" }, ...[lab.state, lab.words].filter(Boolean).map(text => make("span", {}, text))),
  ...lab.hosts.filter(h => h.error).map(h => make("p", { class: "warn" }, h.name + ": " + h.error)),
  lab.hosts.length ? make("div", { class: "box" }, make("div", { class: "scroll picture", tabindex: "0", role: "region", "aria-label": "Drawing" }, drawing(lab))) : null,
  lab.hosts.length ? table(lab) : null);

export const labPage = main => {
  const shown = make("div");
  const note = make("p", { class: "quiet", role: "status" });
  const look = async query => {
    const told = await ask("/lab" + query);
    note.textContent = !told.root ? "The Engines of a lab are root's: start the page with sudo to see what is on them."
      : told.labs.some(lab => !lab.asked) ? "'Ask all' asks the Engines of a lab in use too; its hosts spend some milliseconds of CPU on the answer." : "";
    shown.replaceChildren(...told.labs.map(section));
    if (!told.labs.length) shown.append(make("p", {}, "No lab stands. A study raises one for itself; ", make("code", {}, "sudo ./tare lab up"), " raises one to stay."));
  };
  main.append(make("h1", { tabindex: "-1" }, "Lab"), note, make("p", {}, doing("Look again", "", () => look("")), " ", doing("Ask all", "", () => look("?ask"))), shown);
  look("").catch(error => shown.replaceChildren(make("p", { class: "warn", role: "alert" }, error.message)));
  return { title: "Lab" };
};
