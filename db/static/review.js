// The keys of the review, and the words selected in a report. Every page works without this file.
"use strict";

const byId = (id) => document.getElementById(id);
const TYPED = "input:not([type=checkbox]):not([type=radio]), select, textarea";

// A long report begins with the figure in sight.
const around = byId("around");
const quote = byId("m-quote");
if (around && quote && around.scrollHeight > around.clientHeight) {
  const box = around.getBoundingClientRect();
  around.scrollTop += quote.getBoundingClientRect().top - box.top - box.height / 3;
}

// -- keys ---------------------------------------------------------------------

const shortcuts = byId("shortcuts");
if (shortcuts) {
  try {
    shortcuts.checked = localStorage.getItem("review-keys") !== "off";
  } catch { /* nothing is kept in this browser */ }
  shortcuts.addEventListener("change", () => {
    try {
      localStorage.setItem("review-keys", shortcuts.checked ? "on" : "off");
    } catch { /* for this page only, then */ }
  });
}

const ruling = byId("ruling");
const reason = byId("reason");
let wanted = "";  // the ruling that waits for its reason

function button(value) {
  return ruling && ruling.querySelector(`button[name=ruling][value="${value}"]`);
}

function rule(value) {
  const pressed = button(value);
  if (!pressed) return;
  if (["confirm", "second"].includes(value) || reason.value.trim()) {
    pressed.click();
  } else {
    wanted = value;
    reason.focus();
  }
}

function correct() {
  if (changed() && reason.value.trim()) return rule("correct");
  if (changed()) {
    wanted = "correct";
    return reason.focus();
  }
  const first = byId("f-low");
  first.focus();
  first.select();
}

function changed() {
  return [...ruling.elements].some((field) => {
    if (field === reason) return false;
    if (field.type === "checkbox") return field.checked !== field.defaultChecked;
    if (field.tagName === "SELECT") {
      const before = [...field.options].find((option) => option.defaultSelected) || field.options[0];
      return field.value !== before.value;
    }
    return field.tagName === "INPUT" && field.type !== "hidden" && field.value !== field.defaultValue;
  });
}

function follow(id) {
  const link = byId(id);
  if (link) link.click();
}

function unfold(id, field) {
  const part = byId(id);
  if (!part) return;
  part.open = true;
  part.querySelector(field).focus();
}

const KEYS = {
  c: () => rule("confirm"),
  s: () => rule("second"),
  r: () => rule("reject"),
  u: () => rule("unsure"),
  e: () => ruling && correct(),
  m: () => unfold("more", "input, select"),
  w: () => unfold("by-keyboard", "textarea"),
  n: () => follow("next"),
  p: () => follow("previous"),
  a: () => follow("add"),
  q: () => follow("queue"),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return;
  const field = event.target.closest(TYPED);
  if (event.key === "Escape" && field) return field.blur();
  if (field || !shortcuts || !shortcuts.checked) return;
  const act = Object.hasOwn(KEYS, event.key) && KEYS[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

if (ruling) {
  ruling.addEventListener("keydown", (event) => {
    const typed = event.target.matches("input:not([type=checkbox])");
    if (event.key !== "Enter" || !typed || event.isComposing) return;
    event.preventDefault();
    if (event.target === reason) return rule(wanted || (changed() ? "correct" : "confirm"));
    wanted = "correct";
    reason.focus();
  });
}

// -- words selected in a report --------------------------------------------------

const addition = byId("addition");

// Offsets are code points of the report's text, as the database has them.
function points(text) {
  return [...text].length;
}

function take(before, words) {
  const lead = words.length - words.trimStart().length;
  const trimmed = words.trim();
  if (!trimmed) return false;
  byId("words").value = trimmed.replace(/\s+/g, " ");
  if (byId("start")) byId("start").value = points(before) + points(words.slice(0, lead));
  return true;
}

if (addition) {
  const text = byId("text");
  const plain = byId("plain");

  const fromSelection = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return;
    const before = document.createRange();
    before.selectNodeContents(text);
    before.setEnd(range.startContainer, range.startOffset);
    take(before.toString(), range.toString());
  };
  text.addEventListener("mouseup", fromSelection);
  text.addEventListener("keyup", fromSelection);
  text.addEventListener("touchend", fromSelection);

  // A textarea tells line ends as one character, whatever they are in the text.
  const within = (place) => {
    const whole = text.textContent;
    let at = 0;
    for (let told = 0; told < place; told += 1) at += whole.startsWith("\r\n", at) ? 2 : 1;
    return at;
  };
  // Not readonly: then there would be no caret to move. Nothing can be typed all the same.
  plain.addEventListener("beforeinput", (event) => event.preventDefault());
  plain.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const whole = text.textContent;
    const start = within(plain.selectionStart);
    if (take(whole.slice(0, start), whole.slice(start, within(plain.selectionEnd)))) byId("category").focus();
  });
  byId("words").addEventListener("input", () => {
    if (byId("start")) byId("start").value = "";
  });
}
