// The page: draws every chart, keeps them in the colours chosen, saves pictures.
(() => {
  const root = document.documentElement;
  const specs = JSON.parse(document.getElementById("charts").textContent);
  const drawn = [];

  const draw = (entry, now) => entry.chart.setOption(tareCharts.option(entry.spec, now, entry.box.clientWidth), true);
  const redraw = () => { const now = tareLook(); drawn.forEach(entry => draw(entry, now)); };

  const now = tareLook();
  document.querySelectorAll("[data-chart]").forEach(box => {
    const spec = specs[Number(box.dataset.chart)];
    box.style.height = tareCharts.height(spec, box.clientWidth) + "px";
    const chart = echarts.init(box, null, { renderer: "svg" });
    const entry = { box, spec, chart, width: box.clientWidth };
    draw(entry, now);
    drawn.push(entry);
  });
  new ResizeObserver(() => drawn.forEach(entry => {
    if (entry.box.clientWidth !== entry.width) {
      entry.width = entry.box.clientWidth;
      entry.box.style.height = tareCharts.height(entry.spec, entry.width) + "px";
      entry.chart.resize();
      draw(entry, tareLook());
    }
  })).observe(document.body);

  // Colours: the system's, or the reader's choice, kept where the browser lets a file keep something.
  const choose = theme => {
    if (theme === "auto") delete root.dataset.theme; else root.dataset.theme = theme;
    redraw();
  };
  const kept = { get: () => { try { return localStorage.getItem("tare-theme"); } catch { return null; } },
    set: theme => { try { localStorage.setItem("tare-theme", theme); } catch { /* not kept */ } } };
  document.querySelectorAll("input[name=theme]").forEach(input => {
    if (input.value === kept.get()) { input.checked = true; choose(input.value); }
    input.addEventListener("change", () => { kept.set(input.value); choose(input.value); });
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
  matchMedia("print").addEventListener("change", redraw);

  // On paper everything is open.
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach(d => { d.open = true; }));

  // A saved picture is drawn anew at one width for all, with its title in it.
  const picture = spec => {
    const width = 960, title = 40;
    const box = document.createElement("div");
    box.style.cssText = "position:absolute;left:-9999px;width:" + width + "px;height:" + (tareCharts.height(spec, width) + title) + "px";
    document.body.append(box);
    const chart = echarts.init(box, null, { renderer: "svg" });
    const shown = tareLook();
    const option = tareCharts.option(spec, shown, width);
    option.title = { text: spec.title, left: 4, top: 6, textStyle: { color: shown.ink, fontSize: 16, fontFamily: shown.sans, width: width - 20, overflow: "truncate" } };
    option.grid.top += title;
    option.grid.left += 8;
    option.grid.bottom += 8;
    if (option.legend) option.legend.top += title;
    chart.setOption(option);
    const url = chart.getDataURL({ type: "svg" });
    chart.dispose();
    box.remove();
    return { url, width, height: tareCharts.height(spec, width) + title };
  };
  const download = (url, name) => {
    const link = document.createElement("a");
    link.href = url;
    link.download = name;
    link.click();
  };
  document.querySelectorAll("[data-save]").forEach(button => button.addEventListener("click", () => {
    const spec = specs[Number(button.closest("figure").querySelector("[data-chart]").dataset.chart)];
    const name = (spec.title + "-" + spec.kind).toLowerCase().replace(/[^a-z0-9]+/g, "-").slice(0, 80);
    const { url, width, height } = picture(spec);
    if (button.dataset.save === "svg") { download(url, name + ".svg"); return; }
    const image = new Image();
    image.onload = () => {
      const canvas = document.createElement("canvas");
      canvas.width = width * 2;
      canvas.height = height * 2;
      canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
      download(canvas.toDataURL("image/png"), name + ".png");
    };
    image.src = url;
  }));
})();
