// One run, while it goes on and after.
import { ask, doing, make, plain, say } from "./elements.js";
import { clock, day, number, reportAddress, span } from "./words.js";
import { state } from "./runs.js";
import { Samples, mean } from "./samples.js";
import { chart, forget } from "./drawing.js";

// Drawing more often than this, in ms, would only take CPU from the run.
const PACE = 2000;

const stopDialog = run => {
  const dialog = make("dialog", { "aria-labelledby": "stop-title" },
    make("h2", { id: "stop-title" }, "Stop this run?"),
    make("p", {}, "The trial under way is lost, everything that was changed is undone, and what was measured is kept. It can go on later."),
    make("div", { class: "row" },
      make("button", { type: "button", on: { click: () => dialog.close() } }, "Let it go on"),
      doing("Stop in order", "stop", async () => { await ask("/runs/" + encodeURIComponent(run) + "/stop", {}); dialog.close(); })));
  return dialog;
};

export const livePage = (main, run) => {
  const samples = new Samples();
  let head = null, now = { state: "starting" }, due = null, drawnAt = 0, blocks = 0;
  const title = make("h1", { tabindex: "-1" }, run);
  const meta = make("p", { class: "meta" });
  const lead = make("p", { class: "lead", hidden: true });
  const doingNow = make("p", { class: "doing" });
  const left = make("p", { class: "quiet" });
  const bar = make("progress", { max: "1", value: "0", "aria-label": "Trials done" });
  const dialog = stopDialog(run);
  const stop = make("button", { type: "button", class: "stop", hidden: true, on: { click: () => dialog.showModal() } }, "Stop");
  const resume = doing("Go on with it", "main", () => ask("/runs/" + encodeURIComponent(run) + "/resume", {}));
  const row = make("div", { class: "row" }, left, make("span", {}, stop, resume));
  const next = make("ol", { class: "next", "aria-label": "The next trials" });
  const nextBox = make("div", {}, make("p", { class: "small" }, "Next, in the order drawn for this run"), next);
  const said = make("pre", { class: "said", hidden: true, tabindex: "0", "aria-label": "What Tare said" });
  const report = make("p", { hidden: true }, make("a", { href: reportAddress(run) }, "The report of this run"), " has the intervals and tests; what is below is what the samples say so far.");
  const figures = make("section", { hidden: true, "aria-label": "Charts" });
  const rows = make("tbody");
  const cellHead = make("tr");
  const cells = make("section", { hidden: true }, make("h2", {}, "Cells"), make("div", { class: "box cells" }, make("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Cells" },
    make("table", {}, make("caption", { class: "unseen" }, "What each cell has so far"), make("thead", {}, cellHead), rows))));
  main.append(title, meta, lead, make("div", { class: "now" }, doingNow, bar, row, nextBox), said, report, figures, cells, dialog);

  const label = place => { const cell = head?.cells[place]; return cell ? cell.label + " " + cell.workload : "a cell that is not of the study"; };

  const tellTime = () => {
    if (now.state !== "running") { left.textContent = ""; return; }
    const ends = now.ends ? new Date(now.ends) : null;
    const text = ends === null ? "" : ends > Date.now() ? "about " + span((ends - Date.now()) / 1000) + " left, until " + clock(ends) : "about to end";
    if (left.textContent !== text) left.textContent = text;
  };

  const tellNow = () => {
    const trial = now.trial;
    const planned = head ? head.samples * head.cells.length : 0;
    doingNow.replaceChildren(
      now.state === "running" && !now.stopping && trial
        ? (trial.warmup ? "Warm-up, " : "") + "trial " + trial.number + " of " + trial.of + ": " + plain(label(trial.cell))
        : now.stopping ? "Stopping: undoing what was changed"
        : now.state === "running" ? plain(now.step || "Running")
        : now.state === "starting" ? "Starting Tare"
        : now.state === "gone" ? "This run is not here any more. It is taken away where it ends before its first sample."
        : state(now.state));
    if (now.state === "starting" || (now.state === "running" && !trial && !samples.count)) bar.removeAttribute("value");
    else bar.value = planned ? Math.min(1, samples.count / planned) : 0;
    bar.hidden = now.state === "gone" || now.state === "failed" || now.state === "unreadable";
    stop.hidden = !now.stoppable;
    resume.hidden = !now.resumable;
    report.hidden = !now.report;
    said.hidden = !now.said;
    said.textContent = plain(now.said ?? "");
    nextBox.hidden = !now.next?.length || !head;
    if (!nextBox.hidden) next.replaceChildren(...now.next.map(([, place]) => make("li", {}, label(place))));
    tellTime();
    row.hidden = !left.textContent && stop.hidden && resume.hidden;
  };

  const tellMeta = () => {
    title.textContent = plain(head.study);
    lead.hidden = !head.description;
    lead.textContent = plain(head.description ?? "");
    meta.replaceChildren(...[run, "started " + day(new Date(head.started)), head.testbed, head.placement,
      head.sampling + (head.sampling === "1" ? " sample of " : " samples of ") + head.seconds + " s a cell", "seed " + head.seed,
      head.skipped ? "a long run: the last of its samples only" : ""].filter(Boolean).map(text => make("span", {}, text)));
    document.title = plain(head.study) + " – Tare";
  };

  const tellCells = tables => {
    const many = new Set(head.cells.map(c => c.workload)).size > 1;
    cellHead.replaceChildren(...["cell", "samples", "mean", "× " + (head.baseline.length > 16 ? "baseline" : head.baseline)].map(name => make("th", { scope: "col" }, name)));
    rows.replaceChildren(...head.cells.map((cell, place) => {
      const of = samples.cell(place), done = of.valid + of.invalid + of.failed;
      const table = tables.find(t => t.workload === cell.workload && t.cells.has(place));
      const values = table?.cells.get(place).points.map(p => p[1]) ?? [];
      const base = head.cells.findIndex(c => c.workload === cell.workload && c.mode === head.baseline && !c.tuned);
      const baseValues = table?.cells.get(base)?.points.map(p => p[1]) ?? [];
      const filled = make("i");
      filled.style.width = Math.min(100, 100 * done / head.samples) + "%";
      return make("tr", {},
        make("th", { scope: "row" }, make("span", { class: "dot hue" + cell.hue % 8, "aria-hidden": "true" }), cell.label + (many ? " " + cell.workload : ""),
          cell.lacks || of.finding ? make("small", {}, cell.lacks || of.finding) : null),
        make("td", {}, done + " of " + head.samples + (of.invalid + of.failed ? ", " + (of.invalid + of.failed) + " not valid" : ""), make("span", { class: "share", "aria-hidden": "true" }, filled)),
        make("td", {}, values.length ? number(mean(values)) + " " + table.metric.unit : "–"),
        make("td", {}, values.length && baseValues.length ? number(mean(values) / mean(baseValues)) : "–"));
    }));
    cells.hidden = false;
  };

  const tellFigures = tables => {
    tables.forEach((table, i) => {
      const charts = samples.charts(table, head);
      let pair = figures.children[i];
      if (!pair) {
        pair = make("div", { class: "pair" }, ...charts.map(() => make("figure", {}, make("div", { class: "figure-head" }, make("span", { class: "figure-title" })), make("div", { class: "chart", role: "img" }))));
        figures.append(pair);
      }
      figures.hidden = false;
      charts.forEach((spec, k) => {
        const figure = pair.children[k], box = figure.querySelector(".chart");
        figure.querySelector(".figure-title").textContent = plain(spec.title);
        box.setAttribute("aria-label", plain(spec.title + ": " + spec.rows.map(r => r.label + " " + r.points.length + " samples"
          + (table.cells.size && r.points.length ? ", the last " + number(k ? r.points.at(-1) : r.points.at(-1)[1]) : "")).join("; ") + ". The table of cells has the means."));
        chart(box, spec);
      });
    });
  };

  const draw = () => {
    due = null;
    if (!head || document.hidden) return;
    if (samples.count) drawnAt = Date.now();
    const tables = [...samples.tables.values()].sort((a, b) => head.cells.findIndex(c => c.workload === a.workload) - head.cells.findIndex(c => c.workload === b.workload));
    tellCells(tables);
    tellFigures(tables);
  };
  const drawSoon = () => { due ??= setTimeout(draw, Math.max(0, drawnAt + PACE - Date.now())); };
  const seen = () => { if (!document.hidden) { drawSoon(); tellTime(); } };
  document.addEventListener("visibilitychange", seen);
  const ticking = setInterval(() => { if (!document.hidden) tellTime(); }, 1000);

  return {
    title: run,
    head: told => { head = { ...told, skipped: told.skipped || Boolean(head?.skipped) }; tellMeta(); tellNow(); drawSoon(); },
    now: told => {
      const before = now;
      now = told;
      tellNow();
      if (told.state !== before.state || told.stopping !== before.stopping) say(told.stopping ? "Stopping" : "The run is " + told.state);
      else if (told.step !== before.step && !told.trial) say(told.step);
    },
    afresh: () => { samples.clear(); drawSoon(); },
    samples: told => {
      if (!head) return;
      for (const sample of told.samples) samples.add(sample, head.cells[sample.cell]?.workload ?? "other");
      const block = samples.last?.block ?? 0;
      if (blocks && block > blocks) say("Block " + blocks + " is done; about " + (left.textContent || "to go on"));
      blocks = block;
      tellNow();
      drawSoon();
    },
    close: () => {
      clearInterval(ticking);
      clearTimeout(due);
      document.removeEventListener("visibilitychange", seen);
      forget();
    },
  };
};
