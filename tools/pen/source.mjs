// Reads the plain SVG that drawings are kept in: elements, attributes and classes, nothing more.

/** SVG text → { tag, attributes, children }. Comments, titles and processing instructions are left out. */
export function parseSvg(text, name) {
  const root = { tag: "#root", attributes: {}, children: [] };
  const open = [root];
  const clean = text.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<title>[\s\S]*?<\/title>/g, "");
  for (const [, closing, tag, list, empty] of clean.matchAll(/<(\/?)([a-zA-Z]+)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>/g)) {
    if (closing) {
      const last = open.pop();
      if (last.tag !== tag) throw Error(`${name}: </${tag}> closes <${last.tag}>`);
      continue;
    }
    const attributes = Object.fromEntries([...list.matchAll(/([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
    const element = { tag, attributes, children: [], classes: (attributes.class ?? "").split(/\s+/).filter(Boolean) };
    open.at(-1).children.push(element);
    if (!empty) open.push(element);
  }
  if (open.length !== 1) throw Error(`${name}: <${open.at(-1).tag}> is not closed`);
  return root.children.find(child => child.tag === "svg") ?? (() => { throw Error(`${name}: no <svg>`); })();
}

/** pen.css → Map of colour name → '#rrggbb'. The palette stands in the style sheet that also shows the sources in a browser. */
export function parsePalette(css) {
  return new Map([...css.matchAll(/^\.([a-z][a-z-]*)\s*\{\s*color:\s*(#[0-9A-Fa-f]{6})/gm)].map(([, name, colour]) => [name, colour]));
}
