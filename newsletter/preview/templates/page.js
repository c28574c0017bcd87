"use strict";
/* The view lives in the address (#phone,dark), so that it outlasts a reload and can be linked to. */
const root = document.documentElement;
const bar = document.getElementById("bar");
const byId = (name) => document.getElementById(name);
const say = (words) => { byId("status").textContent = words; };
const written = new WeakMap();
let marked = "";

function chosen() {
  const names = decodeURIComponent(location.hash.slice(1)).split(",");
  const pick = (selector) => [...bar.querySelectorAll(selector)].map((it) => it.value).filter((it) => it && names.includes(it));
  return {
    view: pick("[name=view]")[0] || "desktop",
    ways: pick("[name=way]"),
    vision: pick("[name=vision] option")[0] || "",
    bare: names.includes("bare"),
    from: Number(names.find((name) => /^from\d+$/.test(name))?.slice(4) ?? 0),
  };
}

function remember() {
  const form = new FormData(bar);
  const names = [form.get("view"), ...form.getAll("way"), form.get("vision")].filter(Boolean);
  history.replaceState(null, "", "#" + names.join(","));
  show();
}

/* The email's own colour scheme, whatever the browser's is: in every browser, through its media queries. */
function setScheme(inside, isDark) {
  for (const sheet of inside.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof inside.defaultView.CSSMediaRule)) continue;
      if (!written.has(rule)) written.set(rule, rule.media.mediaText);
      const media = written.get(rule);
      const always = "(min-width: 0px)", never = "(max-width: 0px)";
      rule.media.mediaText = media
        .replace(/\(\s*prefers-color-scheme\s*:\s*dark\s*\)/g, isDark ? always : never)
        .replace(/\(\s*prefers-color-scheme\s*:\s*light\s*\)/g, isDark ? never : always);
    }
  }
  inside.documentElement.style.colorScheme = isDark ? "dark" : "light";
}

function setImages(inside, areOff) {
  for (const image of inside.images) {
    if (!written.has(image)) written.set(image, image.getAttribute("src"));
    const source = areOff ? "data:," : written.get(image);
    if (source !== null && image.getAttribute("src") !== source) image.setAttribute("src", source);
  }
}

/* Text alone grows, as with large text on a phone: read every size before any is changed. */
function setTextSize(inside, factor) {
  const elements = [...inside.body.querySelectorAll("*")];
  for (const it of elements) {
    if (!written.has(it.style)) written.set(it.style, it.getAttribute("style"));
    const before = written.get(it.style);
    if (before === null) it.removeAttribute("style"); else it.setAttribute("style", before);
  }
  if (factor === 1) return;
  const sizes = elements.map((it) => { const style = inside.defaultView.getComputedStyle(it); return [style.fontSize, style.lineHeight]; });
  elements.forEach((it, number) => {
    const [size, height] = sizes[number];
    it.style.setProperty("font-size", parseFloat(size) * factor + "px", "important");
    if (height !== "normal") it.style.setProperty("line-height", parseFloat(height) * factor + "px", "important");
  });
}

function mark(inside) {
  for (const it of inside.querySelectorAll("[data-findings]")) {
    const isMarked = it.dataset.findings.split(" ").includes(marked);
    it.style.outline = isMarked ? "4px solid #c2185b" : "";
    it.style.outlineOffset = isMarked ? "2px" : "";
  }
}

function fit() {
  const frame = byId("email"), inside = frame && frame.contentDocument;
  if (!inside || !inside.body) return;
  frame.style.height = "0px";
  frame.style.height = Math.max(200, inside.documentElement.scrollHeight) + "px";
}

function show() {
  if (!bar) return;
  const { view, ways, vision, bare, from } = chosen();
  root.classList.add("ready");
  root.classList.toggle("bare", bare);
  document.body.style.marginTop = from ? `${-from}px` : "";
  root.dataset.view = view;
  bar.hidden = false;
  for (const it of bar.querySelectorAll("[name=view]")) it.checked = it.value === view;
  for (const it of bar.querySelectorAll("[name=way]")) it.checked = ways.includes(it.value);
  bar.querySelector("[name=vision]").value = vision;
  const section = view === "text" || view === "spoken" ? "view-" + view : "view-email";
  for (const it of document.querySelectorAll(".view")) it.toggleAttribute("data-shown", it.id === section);
  byId("ways").disabled = section !== "view-email";
  dress(ways, vision);
}

function dress(ways, vision) {
  const frame = byId("email"), inside = frame.contentDocument;
  if (!inside || !inside.body) return;
  setTextSize(inside, 1);
  setScheme(inside, ways.includes("dark"));
  setImages(inside, ways.includes("noimages"));
  if (ways.includes("large")) setTextSize(inside, 2);
  frame.style.filter = vision ? `url(#${vision})` : "";
  frame.style.colorScheme = ways.includes("dark") ? "dark" : "light";
  mark(inside);
  fit();
}

function receive() {
  const inside = byId("email").contentDocument;
  inside.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link) return;
    event.preventDefault();
    say("This link leads to " + link.getAttribute("href"));
  });
  for (const image of inside.images) image.addEventListener("load", fit);
  show();
}

function choose(button) {
  const isNew = marked !== button.dataset.finding;
  marked = isNew ? button.dataset.finding : "";
  for (const it of document.querySelectorAll("[data-finding]")) it.setAttribute("aria-pressed", String(it.dataset.finding === marked));
  if (["text", "spoken"].includes(chosen().view)) { bar.querySelector("[value=desktop]").checked = true; remember(); }
  const inside = byId("email").contentDocument;
  mark(inside);
  const found = inside.querySelector(`[data-findings~="${marked}"]`);
  if (!isNew) say("");
  else if (!found) say(`${button.dataset.place}: it is about the email as a whole.`);
  else { found.scrollIntoView({ block: "center" }); say(`Marked: ${button.dataset.place}`); }
}

if (bar) {
  bar.addEventListener("change", remember);
  bar.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", show);
  window.addEventListener("resize", fit);
  byId("email").addEventListener("load", receive);
  byId("findings").addEventListener("click", (event) => {
    const button = event.target.closest("[data-finding]");
    if (button) choose(button);
  });
  if (byId("email").contentDocument.readyState === "complete" && byId("email").contentDocument.body.childElementCount) receive();
  show();
}
