"use strict";
// Makes an ECharts option of a chart's description (see Chart.java) in the colours of `look`: {ink, quiet, grid, card, sans, hues[8], cpu[6]}.
// Runs in a browser and, for files, in Rhino: no spread in calls and objects, no Intl.
const tareCharts = (() => {
  const STATES = ["user", "system", "softirq", "irq", "iowait", "steal"];
  const SYMBOLS = ["circle", "rect", "triangle", "diamond", "circle", "rect", "triangle", "diamond"];

  const short = value => {
    const size = Math.abs(value);
    if (size >= 1e9 || (size > 0 && size < 1e-4)) return value.toExponential(1).replace("e+", "e");
    if (size >= 10000 || Number.isInteger(value)) return String(Math.round(value * 10) / 10).replace(/\d+/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ","));
    return String(Number(value.toPrecision(4)));
  };
  const cut = (label, width) => {
    const most = Math.max(8, Math.floor(width / 34));
    const end = Math.floor(most / 3);
    return label.length > most ? label.slice(0, most - end - 1) + "…" + label.slice(-end) : label;
  };
  const hatched = (color, tuned, card) => tuned
    ? { color, decal: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: card } } : { color };

  const base = look => ({
    animation: false,
    backgroundColor: look.card,
    textStyle: { fontFamily: look.sans, color: look.ink },
    tooltip: {
      renderMode: "richText", backgroundColor: look.card, borderColor: look.quiet, borderWidth: 1, padding: 8,
      textStyle: { color: look.ink, fontFamily: look.sans, fontSize: 12 },
    },
  });
  const values = (name, look, width, more) => Object.assign({
    type: "value", name, nameLocation: "middle", nameGap: 28, nameTextStyle: { color: look.quiet, fontSize: 12 },
    axisLabel: { color: look.quiet, fontSize: 11, formatter: short, hideOverlap: true },
    splitNumber: width < 480 ? 3 : 5,
    splitLine: { lineStyle: { color: look.grid } }, axisLine: { show: false }, axisTick: { show: false }
  }, more);
  const rows = (labels, look, width) => ({
    type: "category", data: labels, inverse: true, axisTick: { show: false },
    axisLine: { lineStyle: { color: look.quiet } },
    axisLabel: { color: look.ink, fontSize: 13, interval: 0, formatter: label => cut(label, width) },
  });
  const legend = (look, names) => ({
    top: 0, left: 0, data: names, itemWidth: 14, itemHeight: 10, itemGap: 14, icon: "roundRect",
    textStyle: { color: look.ink, fontSize: 12 }, formatter: name => cut(name, 800),
  });
  // A legend breaks into lines; what it takes beyond the first is room that the chart needs above it.
  const more = (names, width) => {
    let lines = 0, used = width;
    names.forEach(name => {
      const wide = 34 + 7.2 * Math.min(name.length, 23);
      if (used + wide > width) { lines++; used = 0; }
      used += wide;
    });
    return Math.max(0, lines - 1) * 24;
  };
  const labels = chart => chart.kind === "cpu" ? STATES : chart.kind === "parts" ? chart.names : chart.rows.map(r => r.label);
  const grid = top => ({ left: 4, right: 18, top, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "all" });
  const cross = (x, y, r, color) => ({
    type: "path", shape: { pathData: "M-1,-1L1,1M-1,1L1,-1" }, x, y, scaleX: r, scaleY: r,
    style: { stroke: color, lineWidth: 1.6 / r, fill: "none" },
  });

  // The whiskers of rows that have an interval.
  const intervals = (chart, look) => ({
    type: "custom", silent: true, z: 5,
    encode: { x: [1, 2], y: 0 },
    data: chart.rows.map((r, i) => [i, r.low, r.high]).filter(r => r[1] !== null),
    renderItem: (_, api) => {
      const a = api.coord([api.value(1), api.value(0)]), b = api.coord([api.value(2), api.value(0)]);
      const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: { stroke: look.ink, lineWidth: 1.5 } });
      return { type: "group", children: [line(a[0], a[1], b[0], b[1]), line(a[0], a[1] - 5, a[0], a[1] + 5), line(b[0], b[1] - 5, b[0], b[1] + 5)] };
    },
  });

  const bars = (chart, look, width) => Object.assign(base(look), {
    grid: grid(8),
    xAxis: values(chart.axis, look, width),
    yAxis: rows(chart.rows.map(r => r.label), look, width),
    series: [
      {
        type: "bar", barMaxWidth: 22, cursor: "default",
        data: chart.rows.map(r => ({ value: r.mean, itemStyle: hatched(look.hues[r.hue % 8], r.tuned, look.card) })),
        tooltip: { formatter: p => {
          const r = chart.rows[p.dataIndex];
          return r.label + "\nmean " + short(r.mean) + (r.low === null ? "\ntoo few samples for an interval" : "\n95% " + short(r.low) + " to " + short(r.high));
        } },
      },
      intervals(chart, look),
    ],
  });

  // From 1 to beyond the end of the farthest interval, so that no mark stands on the frame.
  const reach = chart => {
    const all = [1].concat(chart.rows.flatMap(r => [r.ratio, r.low ?? r.ratio, r.high ?? r.ratio]).filter(v => v !== null));
    const [least, most] = [Math.min.apply(null, all), Math.max.apply(null, all)];
    const step = most - least > 1 ? 10 : most - least > 0.2 ? 20 : 100;
    const beside = Math.max(0.04 * (most - least), 0.002);
    return {
      min: least < 1 ? Math.floor((least - beside) * step) / step : Math.floor((1 - beside) * step) / step,
      max: Math.ceil((most + beside) * step) / step,
    };
  };

  // Dots with their intervals, around the line at 1.
  const ratios = (chart, look, width) => Object.assign(base(look), {
    grid: grid(8),
    xAxis: values(chart.axis, look, width, Object.assign({ scale: true }, reach(chart))),
    yAxis: rows(chart.rows.map(r => r.label), look, width),
    series: [
      {
        type: "scatter", symbolSize: 11, cursor: "default", z: 6,
        data: chart.rows.map((r, i) => ({ value: [r.ratio, i], itemStyle: { color: look.hues[r.hue % 8] } })),
        markLine: { silent: true, symbol: "none", label: { show: false }, lineStyle: { color: look.quiet, type: "dashed" }, data: [{ xAxis: 1 }] },
        tooltip: { formatter: p => {
          const r = chart.rows[p.dataIndex];
          return r.label + "\n" + short(r.ratio) + " × " + chart.over + (r.low === null ? "\ntoo few samples for an interval" : "\n95% " + short(r.low) + " to " + short(r.high));
        } },
      },
      intervals(chart, look),
    ],
  });

  const boxes = (chart, look, width) => {
    const dots = field => chart.rows.flatMap((r, i) => r[field].map((v, k) => [v, i, ((k * 0.618034) % 1 - 0.5) * 0.5]));
    return Object.assign(base(look), {
      grid: grid(8),
      xAxis: values(chart.axis, look, width, { scale: true }),
      yAxis: rows(chart.rows.map(r => r.label), look, width),
      series: [
        {
          type: "boxplot", boxWidth: [8, 26], cursor: "default",
          data: chart.rows.map(r => r.five.length ? {
            value: r.five,
            itemStyle: { color: look.card, borderColor: look.hues[r.hue % 8], borderWidth: 1.5, borderType: r.tuned ? "dashed" : "solid" },
          } : { value: [] }),
          tooltip: { formatter: p => {
            const r = chart.rows[p.dataIndex];
            return r.label + "\nmedian " + short(r.five[2]) + "\nquartiles " + short(r.five[1]) + " to " + short(r.five[3]);
          } },
        },
        {
          type: "custom", silent: true, z: 4, data: dots("points"), encode: { x: 0, y: 1 },
          renderItem: (_, api) => {
            const c = api.coord([api.value(0), api.value(1)]);
            const high = api.size([0, 1])[1];
            return { type: "circle", shape: { cx: c[0], cy: c[1] + api.value(2) * Math.min(high, 44), r: 2.6 },
              style: { fill: look.hues[chart.rows[api.value(1)].hue % 8], opacity: 0.55 } };
          },
        },
        {
          type: "custom", silent: true, z: 4, data: dots("apart"), encode: { x: 0, y: 1 },
          renderItem: (_, api) => {
            const c = api.coord([api.value(0), api.value(1)]);
            return cross(c[0], c[1], 4, look.quiet);
          },
        },
      ],
    });
  };

  const order = (chart, look, width) => Object.assign(base(look), {
    legend: legend(look, chart.rows.map(r => r.label)),
    grid: grid(44 + more(labels(chart), width)),
    xAxis: values("trial, in the order they ran", look, width, { min: 1, max: "dataMax", minInterval: 1, splitLine: { show: false }, axisLine: { show: true, lineStyle: { color: look.quiet } } }),
    yAxis: values(chart.axis, look, 300, { nameLocation: "end", nameGap: 8, nameTextStyle: { color: look.quiet, fontSize: 12, align: "left" }, scale: true }),
    series: chart.rows.flatMap(r => {
      const color = look.hues[r.hue % 8];
      const tip = { formatter: p => r.label + "\ntrial " + p.value[0] + ": " + short(p.value[1]) };
      return [
        {
          name: r.label, type: "line", data: r.points, symbol: SYMBOLS[r.hue % 8], symbolSize: r.points.length > 200 ? 3 : 6, showAllSymbol: true,
          itemStyle: { color }, lineStyle: { color, width: 1, opacity: 0.45, type: r.tuned ? "dashed" : "solid" }, tooltip: tip, cursor: "default",
        },
        {
          name: r.label, type: "custom", silent: true, data: r.apart, encode: { x: 0, y: 1 }, itemStyle: { color },
          renderItem: (_, api) => { const c = api.coord([api.value(0), api.value(1)]); return cross(c[0], c[1], 4, color); },
        },
      ];
    }),
  });

  // Rows of amounts that add up: `names` in the colours of `colours`.
  const stacked = (chart, look, width, names, colours, axis, unit) => Object.assign(base(look), {
    legend: legend(look, names),
    grid: grid(36 + more(names, width)),
    xAxis: values(chart.axis, look, width, axis),
    yAxis: rows(chart.rows.map(r => r.label), look, width * 1.6),
    series: names.map((name, i) => ({
      name, type: "bar", stack: "all", barMaxWidth: 18, cursor: "default", itemStyle: { color: colours[i % colours.length] },
      data: chart.rows.map(r => r.shares[i]),
      tooltip: { formatter: p => chart.rows[p.dataIndex].label + "\n" + names.map((s, k) => s + " " + short(Number(chart.rows[p.dataIndex].shares[k].toPrecision(3))) + unit).join("\n") },
    })),
  });
  const cpu = (chart, look, width) => stacked(chart, look, width, STATES, look.cpu, { min: 0, max: 100 }, "%");
  const parts = (chart, look, width) => stacked(chart, look, width, chart.names, look.cpu.concat(look.hues), { min: 0 }, "");

  const curves = (chart, look, width) => Object.assign(base(look), {
    legend: legend(look, chart.rows.map(r => r.label)),
    grid: grid(44 + more(labels(chart), width)),
    xAxis: values(chart.axis + " (log)", look, width, { type: "log", minorSplitLine: { show: true, lineStyle: { color: look.grid, opacity: 0.5 } } }),
    yAxis: values("percentile of operations", look, width, {
      type: "log", min: 1, max: 10000, nameLocation: "end", nameGap: 8, nameTextStyle: { color: look.quiet, fontSize: 12, align: "left" },
      axisLabel: { color: look.quiet, fontSize: 11, formatter: v => v <= 1 ? "0" : "p" + Number((100 - 100 / v).toFixed(4)) },
    }),
    series: chart.rows.map(r => ({
      name: r.label, type: "line", symbol: "none", cursor: "default", triggerLineEvent: true,
      data: r.points.map(([percentile, ms]) => [ms, 100 / Math.max(100 - percentile, 0.01)]),
      itemStyle: { color: look.hues[r.hue % 8] },
      lineStyle: { color: look.hues[r.hue % 8], width: 2, type: r.tuned ? "dashed" : ["solid", [7, 3], [2, 3], [9, 3, 2, 3]][r.hue % 4] },
    })),
  });

  const course = (chart, look, width) => {
    const middle = i => (i + 0.5) * chart.step;
    return Object.assign(base(look), {
      legend: legend(look, chart.rows.map(r => r.label)),
      grid: grid(44 + more(labels(chart), width)),
      xAxis: values("seconds since the measurement began", look, width, {
        min: 0, max: Math.max.apply(null, chart.rows.map(r => r.median.length)) * chart.step, splitLine: { show: false },
        axisLine: { show: true, lineStyle: { color: look.quiet } },
      }),
      yAxis: values(chart.axis, look, 300, { min: 0, nameLocation: "end", nameGap: 8, nameTextStyle: { color: look.quiet, fontSize: 12, align: "left" } }),
      series: chart.rows.flatMap(r => {
        const color = look.hues[r.hue % 8];
        return [
          {
            name: r.label, type: "custom", silent: true, z: 1, itemStyle: { color }, encode: { x: 0, y: [1, 2] },
            data: r.low.map((low, i) => [middle(i), low, r.high[i]]),
            renderItem: (params, api) => {
              if (params.dataIndex > 0) return undefined;
              const edge = side => side.map((v, i) => api.coord([middle(i), v]));
              return { type: "polygon", shape: { points: edge(r.low).concat(edge(r.high).reverse()) }, style: { fill: color, opacity: 0.18 } };
            },
          },
          {
            name: r.label, type: "line", cursor: "default", data: r.median.map((v, i) => [middle(i), v]),
            symbol: SYMBOLS[r.hue % 8], symbolSize: r.median.length > 60 ? 3 : 6, showAllSymbol: true,
            itemStyle: { color }, lineStyle: { color, width: 2, type: r.tuned ? "dashed" : "solid" },
            tooltip: { formatter: p => r.label + "\n" + short(p.dataIndex * chart.step) + " to " + short((p.dataIndex + 1) * chart.step) + " s\nmedian " + short(p.value[1])
              + "\nquartiles " + short(r.low[p.dataIndex]) + " to " + short(r.high[p.dataIndex]) },
          },
        ];
      }),
    });
  };

  const times = v => Number(v.toPrecision(3)) + " ×";

  // Dots with their intervals on a logarithmic axis around 1; published ones as diamonds below them.
  const forest = (chart, look, width) => {
    const all = [1].concat(chart.rows.flatMap(r => [r.ratio, r.low, r.high].concat(r.there ?? [])).filter(v => v > 0));
    const low = Math.min.apply(null, all) / 1.06, high = Math.max.apply(null, all) * 1.06;
    const stops = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 1.5, 2, 3, 5, 10, 20, 50, 100, 1000].filter(v => v >= low && v <= high);
    const apart = chart.rows.some(r => r.there) ? 0.2 : 0;
    const place = (api, value, i, shift) => { const c = api.coord([value, i]); return [c[0], c[1] + shift * Math.min(api.size([0, 1])[1], 44)]; };
    return Object.assign(base(look), {
      grid: grid(8),
      xAxis: values(chart.axis, look, width, {
        type: "log", min: low, max: high, splitLine: { show: false }, axisLabel: { show: false },
        axisLine: { show: true, lineStyle: { color: look.quiet } },
      }),
      yAxis: rows(chart.rows.map(r => r.label), look, width),
      series: [
        {
          type: "custom", z: 5, cursor: "default", encode: { x: 0, y: 1 },
          data: chart.rows.map((r, i) => [r.ratio ?? r.there?.[0] ?? 1, i]),
          tooltip: { formatter: p => {
            const r = chart.rows[p.dataIndex];
            const said = (v, l, h) => v === null || v === undefined ? "none" : times(v) + (l === null || l === undefined ? "" : ", 95% " + short(l) + " to " + short(h));
            return r.label + "\n" + (r.there ? "measured " : "") + said(r.ratio, r.low, r.high) + (r.there ? "\npublished " + said(r.there[0], r.there[1], r.there[2]) : "");
          } },
          renderItem: (_, api) => {
            const i = api.value(1), r = chart.rows[i], color = look.hues[r.hue % 8], parts = [];
            const mark = (value, l, h, shift, own) => {
              const [x, y] = place(api, value, i, shift);
              const ends = l === null || l === undefined ? [] : [place(api, l, i, shift)[0], place(api, h, i, shift)[0]];
              const line = (x1, y1, x2, y2) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: { stroke: own ? look.ink : look.quiet, lineWidth: 1.5 } });
              if (ends.length) parts.push(line(ends[0], y, ends[1], y), line(ends[0], y - 4, ends[0], y + 4), line(ends[1], y - 4, ends[1], y + 4));
              parts.push(own
                ? { type: "circle", shape: { cx: x, cy: y, r: 5.5 }, style: { fill: color } }
                : { type: "polygon", shape: { points: [[x, y - 6], [x + 6, y], [x, y + 6], [x - 6, y]] }, style: { fill: look.card, stroke: color, lineWidth: 2 } });
            };
            if (r.there) mark(r.there[0], r.there[1], r.there[2], apart, false);
            if (r.ratio !== null) mark(r.ratio, r.low, r.high, -apart, true);
            return { type: "group", children: parts };
          },
        },
        {
          type: "scatter", data: [], silent: true,
          markLine: {
            silent: true, symbol: "none", animation: false,
            data: stops.map(v => ({
              xAxis: v, label: { show: true, position: "end", distance: 6, formatter: short(v), color: look.quiet, fontSize: 11 },
              lineStyle: v === 1 ? { color: look.quiet, type: "dashed", width: 1 } : { color: look.grid, type: "solid", width: 1 },
            })),
          },
        },
      ],
    });
  };

  // Blue is better, orange worse, both even in lightness steps; one colour from eight times on.
  const heat = (chart, look, width) => {
    const most = Math.log(8);
    const share = cost => Math.min(1, Math.abs(Math.log(cost)) / most);
    const colour = cost => echarts.color.modifyAlpha(cost > 1 ? look.hues[2] : look.hues[1], 0.08 + 0.82 * share(cost));
    const light = color => echarts.color.parse(color).slice(0, 3).reduce((a, b) => a + b);
    const darker = light(look.ink) < light(look.card) ? look.ink : look.card;
    const narrow = width < 600;
    const lines = label => { const at = label.lastIndexOf(", "); return at < 0 ? cut(label, 0) : cut(label.slice(0, at), 34 * 17) + "\n" + cut(label.slice(at + 2), 34 * 17); };
    const room = (width - (narrow ? 130 : 240)) / chart.names.length;
    return Object.assign(base(look), {
      grid: grid(4),
      xAxis: {
        type: "category", data: chart.names, position: "top", axisTick: { show: false }, axisLine: { show: false },
        axisLabel: { color: look.ink, fontSize: 12, interval: 0, rotate: room < 90 ? 40 : 0, formatter: name => cut(name, 34 * 22) },
      },
      yAxis: Object.assign(rows(chart.rows.map(r => r.label), look, width), {
        axisLine: { show: false }, axisLabel: { color: look.ink, fontSize: narrow ? 11 : 13, lineHeight: 13, interval: 0, formatter: narrow ? lines : label => cut(label, 34 * 32) },
      }),
      series: [{
        type: "custom", cursor: "default", encode: { x: 0, y: 1 },
        data: chart.rows.flatMap((r, i) => r.costs.map((c, k) => [k, i, c])).filter(d => d[2] !== null),
        tooltip: { formatter: p => chart.rows[p.value[1]].label + "\n" + chart.names[p.value[0]] + ": " + times(p.value[2]) + " as costly"
          + (chart.rows[p.value[1]].clear[p.value[0]] ? "" : "\nno clear difference") },
        renderItem: (_, api) => {
          const [k, i, cost] = [api.value(0), api.value(1), api.value(2)];
          const [w, h] = api.size([1, 1]), [x, y] = api.coord([k, i]);
          const text = w < 34 ? "" : Number(cost.toPrecision(cost < 10 ? 2 : 3)) + (chart.rows[i].clear[k] ? "" : " ·");
          return { type: "group", children: [
            { type: "rect", shape: { x: x - w / 2 + 1, y: y - h / 2 + 1, width: w - 2, height: h - 2, r: 2 }, style: { fill: colour(cost) } },
            { type: "text", style: { text, x, y, align: "center", verticalAlign: "middle", fill: share(cost) > 0.85 ? darker : look.ink, fontSize: 12, fontFamily: look.sans } },
          ] };
        },
      }],
    });
  };

  const KINDS = { forest, heat, bars, boxes, order, cpu, parts, curves, course, ratios };
  const HEIGHTS = {
    bars: n => 64 + Math.max(2, n) * (n > 10 ? 30 : 40), boxes: n => 64 + Math.max(2, n) * (n > 10 ? 30 : 40), order: () => 300, cpu: n => 92 + n * 26, parts: n => 92 + n * 26, curves: () => 360, course: () => 300,
    forest: n => 64 + Math.max(2, n) * 40, heat: n => 84 + n * 30,
    ratios: n => 64 + Math.max(2, n) * 34,
  };
  return {
    option: (chart, look, width) => KINDS[chart.kind](chart, look, width),
    height: (chart, width) => HEIGHTS[chart.kind](chart.rows.length) + (["order", "cpu", "parts", "curves", "course"].includes(chart.kind) ? more(labels(chart), width) : 0),
  };
})();
