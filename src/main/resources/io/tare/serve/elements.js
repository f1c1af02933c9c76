// Elements of the page. Text from a study or a host becomes text, never markup.
export const make = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (name === "on") Object.entries(value).forEach(([event, heard]) => element.addEventListener(event, heard));
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== "").map(plain));
  return element;
};

// Control characters, and those that turn the direction of what follows them, are not shown.
export const plain = child => typeof child === "string" ? child.replace(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "\ufffd") : child;

// Says something to those who do not see the page; the same twice is said once.
export const say = text => {
  const said = document.getElementById("said");
  if (said.textContent !== plain(text)) said.textContent = plain(text);
};

export const ask = async (path, body) => {
  const answer = await fetch(path, body === undefined ? {}
    : { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error((await answer.text()).trim() || "The answer was " + answer.status + ".");
  return answer.json();
};

// A button that does something which can fail; what went wrong stands beside it.
export const doing = (label, style, act) => {
  const wrong = make("span", { class: "bad", role: "alert" });
  const button = make("button", { type: "button", class: style, on: { click: async () => {
    button.disabled = true;
    wrong.textContent = "";
    try { await act(); } catch (error) { wrong.textContent = plain(error.message); } finally { button.disabled = false; }
  } } }, label);
  return make("span", { class: "doing-it" }, button, wrong);
};
