// The studies in the folder, and their start.
import { ask, doing, make } from "./elements.js";
import { runAddress } from "./words.js";

const NAMES = { testbed: "Testbed", placement: "Placement", modes: "Modes", workloads: "Workloads", tunings: "Tunings", cells: "Cells", order: "Order", takes: "Takes" };

const field = (name, value) => make("label", {}, name, make("input", { type: "number", name, min: "1", placeholder: String(value), inputmode: "numeric" }));

const card = (study, id) => {
  const wrong = study.problems.length > 0;
  const form = wrong ? null : make("form", { on: { submit: event => event.preventDefault() } }, field("samples", study.samples), field("seconds", study.seconds));
  if (form) form.append(doing("Start", "main start", async () => {
    const given = name => { const text = form.elements[name].value; return text === "" ? null : Number(text); };
    const { run } = await ask("/runs", { study: study.file, samples: given("samples"), seconds: given("seconds") });
    location.hash = runAddress(run);
  }));
  return make("section", { class: "card", "aria-labelledby": id },
    make("h2", { id }, wrong ? study.file : study.name),
    make("p", { class: "small" }, study.file),
    study.description ? make("p", {}, study.description) : null,
    wrong ? make("ul", { class: "warn" }, ...study.problems.map(text => make("li", {}, text)))
      : make("dl", {}, ...Object.entries(study.outline).filter(([key]) => NAMES[key]).flatMap(([key, value]) => [make("dt", {}, NAMES[key]), make("dd", {}, value)])),
    form);
};

export const studiesPage = main => {
  const list = make("div", { "aria-busy": "true" });
  const busy = make("p", { class: "warn", hidden: true });
  main.append(make("h1", { tabindex: "-1" }, "Studies"), busy, list);
  const starts = () => list.querySelectorAll("button.start");
  let going = null;
  const show = () => {
    busy.hidden = !going;
    if (going) busy.replaceChildren("A run is going on: ", make("a", { href: runAddress(going.run) }, going.run), ". Two would disturb each other.");
    starts().forEach(button => { button.disabled = Boolean(going); });
  };
  ask("/studies").then(studies => {
    list.replaceChildren(...studies.map((study, i) => card(study, "study" + i)));
    if (!studies.length) list.append(make("p", {}, "There is no study in this folder; 'tare serve --studies DIR' names another."));
    show();
  }, error => list.replaceChildren(make("p", { class: "warn", role: "alert" }, error.message))).finally(() => list.removeAttribute("aria-busy"));
  return {
    title: "Studies",
    runs: runs => {
      going = runs.find(run => run.state === "running" || run.state === "starting") ?? null;
      show();
    },
  };
};
