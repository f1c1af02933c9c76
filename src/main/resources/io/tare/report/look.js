// The colours and the typeface that a page has at this moment, for charts.js; a browser's part of it.
const tareLook = () => {
  const colour = name => {
    const probe = document.createElement("span");
    probe.style.color = "var(--" + name + ")";
    document.body.append(probe);
    const value = getComputedStyle(probe).color;
    probe.remove();
    return value;
  };
  return {
    ink: colour("ink"), quiet: colour("quiet"), grid: colour("grid"), card: colour("card"),
    sans: getComputedStyle(document.documentElement).getPropertyValue("--sans").trim().replaceAll('"', "'"), // stands in an attribute of saved pictures
    hues: [0, 1, 2, 3, 4, 5, 6, 7].map(i => colour("hue" + i)), cpu: [0, 1, 2, 3, 4, 5].map(i => colour("cpu" + i)),
  };
};
