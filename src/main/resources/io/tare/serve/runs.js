// The list of runs.
import { make } from "./elements.js";
import { day, reportAddress, runAddress } from "./words.js";

export const state = word => make("span", { class: "state state-" + word.replace(/ /g, "-") }, word);

const share = run => !run.samples ? "" : Math.floor(100 * run.valid / run.samples) + "%";

const row = run => make("tr", {},
  make("th", { scope: "row" }, make("a", { href: runAddress(run.run) }, run.run),
    run.damage.length ? make("small", { class: "quiet" }, run.damage.join("; ")) : null),
  make("td", { class: "word" }, state(run.state)),
  make("td", { class: "word", "data-of": "study" }, run.study),
  make("td", { "data-of": "started" }, run.started ? day(new Date(run.started)) : ""),
  make("td", { "data-of": "cells" }, run.cells ? String(run.cells) : ""),
  make("td", { "data-of": "samples" }, run.samples === undefined ? "" : run.samples === run.planned || run.state === "search" ? String(run.samples) : run.samples + " of " + run.planned),
  make("td", { "data-of": "valid" }, share(run)),
  make("td", { class: "word" }, run.report ? make("a", { href: reportAddress(run.run), "aria-label": "Report of " + run.run }, "report") : ""));

export const runsPage = main => {
  const body = make("tbody");
  const none = make("p", { hidden: true }, "There is no run here yet. ", make("a", { href: "#/studies" }, "Start a study."));
  const table = make("div", { class: "box runs", hidden: true }, make("div", { class: "scroll" }, make("table", {},
    make("caption", { class: "unseen" }, "Runs, the newest first"),
    make("thead", {}, make("tr", {}, ...["run", "state", "study", "started", "cells", "samples", "valid", "report"].map(name => make("th", { scope: "col" }, name)))),
    body)));
  main.append(make("h1", { tabindex: "-1" }, "Runs"), none, table);
  return {
    title: "Runs",
    runs: list => {
      const focused = document.activeElement?.getAttribute("href");
      body.replaceChildren(...list.map(row));
      if (focused && document.activeElement === document.body) [...body.querySelectorAll("a")].find(a => a.getAttribute("href") === focused)?.focus();
      table.hidden = list.length === 0;
      none.hidden = list.length > 0;
    },
  };
};
