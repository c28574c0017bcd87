/* What a reader would notice, asked of an email as the browser draws it. Each function returns sentences; none: all is well. */
(() => {
  const shown = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  const short = (text) => text.trim().replace(/\s+/g, " ").slice(0, 40);
  const blockOf = (element) => {
    while (getComputedStyle(element).display.startsWith("inline")) element = element.parentElement;
    return element;
  };

  /* One box for each line of each text. Only its middle counts: letters of a font are lower than their line's box. */
  function texts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.data.trim() || ["STYLE", "TITLE"].includes(parent.tagName) || !shown(parent)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (box.width < 1 || box.height < 2) continue;
        const middle = { left: box.left + 1, right: box.right - 1, top: box.top + box.height * .2, bottom: box.bottom - box.height * .2 };
        found.push({ node, parent, words: short(node.data), box: middle });
      }
    }
    return found;
  }
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

  function findSideways() {
    const width = document.documentElement.clientWidth, found = [];
    if (document.documentElement.scrollWidth > width) found.push(`the page is ${document.documentElement.scrollWidth} wide`);
    for (const it of document.body.querySelectorAll("*")) {
      if (it.clientWidth && it.scrollWidth > it.clientWidth + 1 && shown(it)) found.push(`<${it.tagName} ${it.className}> is ${it.scrollWidth} wide in ${it.clientWidth}: ${short(it.innerText)}`);
    }
    return found;
  }

  function findOutside() {
    const found = [];
    const edges = document.documentElement.getBoundingClientRect();
    for (const { parent, words, box } of texts()) {
      for (const home of [edges, blockOf(parent).getBoundingClientRect()]) {
        if (box.left < home.left - 1 || box.right > home.right + 1 || box.top < home.top - 1 || box.bottom > home.bottom + 1) found.push(words);
      }
    }
    for (const image of document.images) {
      const box = image.getBoundingClientRect(), home = blockOf(image.parentElement).getBoundingClientRect();
      if (box.left < home.left - 1 || box.right > home.right + 1) found.push(`image ${image.alt}`);
    }
    return found;
  }

  function findOverlaps() {
    const boxes = texts(), found = [];
    for (const image of document.images) if (shown(image)) boxes.push({ node: image, words: `image ${image.alt}`, box: image.getBoundingClientRect() });
    boxes.forEach((one, number) => {
      for (const other of boxes.slice(number + 1)) {
        if (meet(one.box, other.box)) found.push(`${one.words} | ${other.words}`);
      }
    });
    return found;
  }

  /* A colour as red, green, blue from 0 to 255 and alpha from 0 to 1, by painting it. */
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const known = new Map();
  function parse(colour) {
    if (!known.has(colour)) {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
      known.set(colour, [red, green, blue, alpha / 255]);
    }
    return known.get(colour);
  }
  const over = (top, below) => [0, 1, 2].map((part) => top[part] * top[3] + below[part] * (1 - top[3])).concat(1);

  function groundOf(element) {
    const layers = [];
    let alpha = 0;
    for (let it = element; it && alpha < 1; it = it.parentElement) {
      const colour = parse(getComputedStyle(it).backgroundColor);
      layers.unshift(colour);
      alpha = Math.max(alpha, colour[3]);
    }
    /* Behind everything is the canvas, white or nearly black as the scheme says. */
    const isDark = matchMedia("(prefers-color-scheme: dark)").matches && getComputedStyle(document.documentElement).colorScheme.includes("dark");
    return layers.reduce((below, layer) => over(layer, below), isDark ? [18, 18, 18, 1] : [255, 255, 255, 1]);
  }

  /* WCAG 2.2, relative luminance and contrast ratio. */
  function luminance([red, green, blue]) {
    const [r, g, b] = [red, green, blue].map((part) => part / 255).map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b;
  }
  function contrast(element) {
    const below = groundOf(element), style = getComputedStyle(element);
    let [red, green, blue, alpha] = parse(style.color);
    for (let it = element; it; it = it.parentElement) alpha *= getComputedStyle(it).opacity;
    const [low, high] = [luminance(over([red, green, blue, alpha], below)), luminance(below)].sort((a, b) => a - b);
    return (high + .05) / (low + .05);
  }

  function findFaint() {
    const found = [];
    const elements = new Map(texts().map(({ parent, words }) => [parent, words]));
    for (const image of document.images) if (image.alt && shown(image)) elements.set(image, `alt ${image.alt}`);
    for (const [element, words] of elements) {
      const ratio = contrast(element);
      if (ratio < 4.5) found.push(`${words}: ${ratio.toFixed(2)}`);
    }
    return found;
  }

  /* The boxes that a finger can hit: one for each line of a link. */
  function targets() {
    const found = [];
    for (const link of document.querySelectorAll("a[href]")) {
      if (!shown(link)) continue;
      const image = link.querySelector("img"), isButton = Boolean(link.closest(".button"));
      const boxes = image && !link.textContent.trim() ? [image.getBoundingClientRect()] : [...link.getClientRects()];
      /* A block inside a link parts it, and leaves empty boxes. */
      const parts = boxes.filter((box) => box.width && box.height);
      for (const box of parts.length ? parts : [link.getBoundingClientRect()]) found.push({ link, box, isButton, words: short(link.textContent) || image.alt });
    }
    return found;
  }

  function findSmallTargets() {
    const found = [], all = targets();
    all.forEach(({ link, box, isButton, words }, number) => {
      const least = isButton ? 44 : 24;
      if (box.height < least - .01) found.push(`${words}: ${box.height.toFixed(1)} px high, ${least} are needed`);
      for (const other of all.slice(number + 1)) if (other.link !== link && meet(box, other.box)) found.push(`${words} touches ${other.words}`);
    });
    return found;
  }

  function findBareLinks() {
    return targets().filter(({ link, isButton }) => !isButton && link.textContent.trim() && !getComputedStyle(link).textDecorationLine.includes("underline")).map(({ words }) => words);
  }

  return { sideways: findSideways(), outside: findOutside(), overlap: findOverlaps(), faint: findFaint(), "hard to hit": findSmallTargets(), "not underlined": findBareLinks() };
})();
