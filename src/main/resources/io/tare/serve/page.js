// Shows the page that the address names, and hears what the server says.
import { ask, say } from "./elements.js";
import { redraw } from "./drawing.js";
import { labPage } from "./lab.js";
import { livePage } from "./live.js";
import { runsPage } from "./runs.js";
import { studiesPage } from "./studies.js";

const main = document.getElementById("main");
const connection = document.getElementById("connection");
let shown = null, source = null, again = null, place = null;

const hear = run => {
  source?.close();
  clearTimeout(again);
  source = new EventSource("/events" + (run === null ? "" : "?run=" + encodeURIComponent(run) + (place === null ? "" : "&from=" + place)));
  const heard = source;
  heard.onopen = () => { connection.hidden = true; };
  heard.onerror = () => {
    connection.textContent = "Nothing is heard from Tare. Is 'tare serve' still running? If it was started again, open the address that it printed.";
    connection.hidden = false;
    if (heard.readyState !== EventSource.CLOSED) return; // else the browser comes back by itself
    again = setTimeout(() => hear(run), 3000);
    if (run !== null) ask("/runs").then(runs => { if (source === heard && !runs.some(r => r.run === run)) { connection.hidden = true; shown?.now?.({ state: "gone" }); } }, () => {});
  };
  for (const kind of ["runs", "head", "now", "samples", "afresh"]) {
    heard.addEventListener(kind, event => {
      if (event.lastEventId) place = event.lastEventId;
      shown?.[kind]?.(JSON.parse(event.data));
    });
  }
};

const show = () => {
  if (location.hash && !location.hash.startsWith("#/")) return; // a place on the page
  const [first = "runs", ...rest] = location.hash.slice(2).split("/").filter(Boolean);
  let run = null;
  try { run = rest.length ? decodeURIComponent(rest.join("/")) : null; } catch { /* no such run */ }
  shown?.close?.();
  main.replaceChildren();
  place = null;
  shown = first === "studies" ? studiesPage(main) : first === "lab" ? labPage(main) : run !== null ? livePage(main, run) : runsPage(main);
  document.title = shown.title + " – Tare";
  document.querySelectorAll("nav a").forEach(link => {
    const here = link.getAttribute("href") === "#/" + (["studies", "lab"].includes(first) ? first : "runs");
    if (here) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
  });
  hear(first === "runs" ? run : null);
};

const root = document.documentElement;
const kept = { get: () => { try { return localStorage.getItem("tare-theme"); } catch { return null; } },
  set: theme => { try { localStorage.setItem("tare-theme", theme); } catch { /* not kept */ } } };
const choose = theme => {
  if (theme === "auto") delete root.dataset.theme; else root.dataset.theme = theme;
  redraw();
};
document.querySelectorAll("input[name=theme]").forEach(input => {
  if (input.value === kept.get()) { input.checked = true; choose(input.value); }
  input.addEventListener("change", () => { kept.set(input.value); choose(input.value); });
});

addEventListener("hashchange", () => {
  show();
  scrollTo(0, 0);
  main.querySelector("h1")?.focus({ preventScroll: true });
  say(document.title);
});
show();
