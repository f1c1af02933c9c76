// Draws charts as a report does, in the colours of the page.
const root = document.documentElement;

const colour = name => {
  const probe = document.createElement("span");
  probe.style.color = "var(--" + name + ")";
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
};
const look = () => ({
  ink: colour("ink"), quiet: colour("quiet"), grid: colour("grid"), card: colour("card"),
  sans: getComputedStyle(root).getPropertyValue("--sans").trim().replaceAll('"', "'"),
  hues: [0, 1, 2, 3, 4, 5, 6, 7].map(i => colour("hue" + i)), cpu: [0, 1, 2, 3, 4, 5].map(i => colour("cpu" + i)),
});

let drawn = [];
let shown = null;

const draw = entry => {
  entry.width = entry.box.clientWidth;
  entry.box.style.height = tareCharts.height(entry.spec, entry.width) + "px";
  if (entry.chart) entry.chart.resize(); else entry.chart = echarts.init(entry.box, null, { renderer: "svg" });
  shown ??= look();
  entry.chart.setOption(tareCharts.option(entry.spec, shown, entry.width), true);
};

export const chart = (box, spec) => {
  let entry = drawn.find(e => e.box === box);
  if (!entry) drawn.push(entry = { box });
  entry.spec = spec;
  draw(entry);
};

export const forget = () => {
  drawn.forEach(entry => entry.chart.dispose());
  drawn = [];
};

export const redraw = () => {
  shown = null;
  drawn.forEach(draw);
};
new ResizeObserver(() => drawn.filter(entry => entry.box.clientWidth !== entry.width).forEach(draw)).observe(document.body);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
