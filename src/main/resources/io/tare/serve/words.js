// Figures and times as people read them.
export const span = seconds => {
  const s = Math.max(0, Math.round(seconds));
  return s >= 5400 ? Math.floor(s / 3600) + " h " + String(Math.floor(s / 60) % 60).padStart(2, "0") + " min"
    : s >= 90 ? Math.floor(s / 60) + " min " + String(s % 60).padStart(2, "0") + " s" : s + " s";
};
export const number = value => {
  const size = Math.abs(value);
  if (size >= 1e9 || (size > 0 && size < 1e-4)) return value.toExponential(2);
  if (size >= 1000) return Math.round(value).toLocaleString("en");
  return String(Number(value.toPrecision(size >= 100 ? 4 : 3)));
};
export const clock = date => date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
export const day = date => date.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" }) + ", " + clock(date);
export const runAddress = run => "#/runs/" + encodeURIComponent(run);
export const reportAddress = run => "/runs/" + encodeURIComponent(run) + "/report";
