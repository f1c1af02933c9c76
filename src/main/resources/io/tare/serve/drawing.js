// Draws charts as a report does, in the colours of the page.
let drawn = [];
let shown = null;

const draw = entry => {
  entry.width = entry.box.clientWidth;
  entry.box.style.height = tareCharts.height(entry.spec, entry.width) + "px";
  if (entry.chart) entry.chart.resize(); else entry.chart = echarts.init(entry.box, null, { renderer: "svg" });
  shown ??= tareLook();
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
