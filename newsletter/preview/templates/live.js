/* Asks the server for what is new, and puts it into the page without moving the reader. */
const PARTS = ["mistake", "inbox", "text", "transcript", "findings"];
let isAway = false;

function renew(fresh) {
  const frame = byId("email"), newFrame = fresh.getElementById("email");
  if (!frame !== !newFrame) { location.reload(); return; }
  for (const name of PARTS) {
    const old = byId(name), now = fresh.getElementById(name);
    if (old && now && old.innerHTML !== now.innerHTML) old.replaceChildren(...now.childNodes);
  }
  marked = "";
  document.title = fresh.title;
  root.dataset.version = fresh.documentElement.dataset.version;
  if (!frame || frame.srcdoc === newFrame.srcdoc) return;
  const top = window.scrollY;
  frame.addEventListener("load", () => window.scrollTo(0, top), { once: true });
  frame.srcdoc = newFrame.srcdoc;
}

async function look() {
  try {
    const version = await (await fetch("/version", { cache: "no-store" })).text();
    if (isAway) { isAway = false; say("The preview is back."); }
    if (version === root.dataset.version) return;
    const page = await (await fetch("/", { cache: "no-store" })).text();
    renew(new DOMParser().parseFromString(page, "text/html"));
  } catch {
    isAway = true;
    say("The preview has stopped. Start it again with: newsletter preview");
  }
}

async function watch() {
  await look();
  setTimeout(watch, 300);
}
watch();
