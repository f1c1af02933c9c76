// What the samples of a run say so far: for each workload the values of each cell.
const middle = (sorted, share) => {
  const at = (sorted.length - 1) * share, low = Math.floor(at);
  return sorted[low] + (at - low) * ((sorted[low + 1] ?? sorted[low]) - sorted[low]);
};

// None of fewer than four values. Whiskers reach the farthest values within one and a half times the quartiles' distance.
export const five = values => {
  if (values.length < 4) return [];
  const sorted = [...values].sort((a, b) => a - b);
  const q1 = middle(sorted, 0.25), q3 = middle(sorted, 0.75), reach = 1.5 * (q3 - q1);
  return [sorted.find(v => v >= q1 - reach), q1, middle(sorted, 0.5), q3, sorted.findLast(v => v <= q3 + reach)];
};
export const mean = values => values.reduce((a, b) => a + b, 0) / values.length;

// Drawn at most, of one cell; of more, the last.
const MOST = 300;

export class Samples {
  constructor() { this.clear(); }

  clear() {
    this.tables = new Map();
    this.cells = new Map();
    this.last = null;
    this.count = 0;
  }

  cell(place) {
    if (!this.cells.has(place)) this.cells.set(place, { valid: 0, invalid: 0, failed: 0, finding: "" });
    return this.cells.get(place);
  }

  add(sample, workload) {
    this.count++;
    this.last = sample;
    const cell = this.cell(sample.cell);
    cell[sample.outcome]++;
    if (sample.finding) cell.finding = sample.finding;
    if (!sample.metric) return;
    if (!this.tables.has(workload)) this.tables.set(workload, { workload, metric: sample.metric, cells: new Map() });
    const table = this.tables.get(workload);
    if (table.metric.name !== sample.metric.name) return;
    if (!table.cells.has(sample.cell)) table.cells.set(sample.cell, { points: [], apart: [] });
    const of = table.cells.get(sample.cell);
    (sample.outcome === "valid" ? of.points : of.apart).push([sample.trial, sample.metric.value]);
  }

  // The charts of a table, as charts.js takes them.
  charts(table, head) {
    const rows = [...table.cells].sort((a, b) => a[0] - b[0]).map(([place, of]) => {
      const cell = head.cells[place];
      return { label: cell.label, hue: cell.hue, tuned: cell.tuned, points: of.points.slice(-MOST), apart: of.apart.slice(-MOST), all: of.points };
    });
    const axis = table.metric.name + ", " + table.metric.unit;
    const title = table.metric.name + ", " + table.workload;
    return [
      { kind: "order", title: title + ", in the order the samples ran", axis, rows },
      { kind: "boxes", title: title + ", every sample", axis,
        rows: rows.map(r => ({ ...r, five: five(r.all.map(p => p[1])), points: r.points.map(p => p[1]), apart: r.apart.map(p => p[1]) })) },
    ];
  }
}
