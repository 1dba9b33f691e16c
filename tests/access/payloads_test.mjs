// Texts that want to be more than text, in every field that anybody can fill, on every page that shows them: none of them runs, loads or stands
// in the page as an element, with the policy that forbids scripts and with that policy taken away.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parts } from "./parts/index.mjs";
import { payloads } from "./payloads.mjs";
import { fillKind } from "./records.mjs";
import { openTown } from "./town.mjs";
import { newId } from "./visitor.mjs";
import { launch, openWindow } from "./window.mjs";

const fewest = { pages: 1_100, withPolicy: 280, fields: 2_100 };
const all = Object.entries(payloads);
const password = "blauwe fiets in de wind";
const looks = /** @type {const} */ ([["nl", "dag"], ["en", "nacht"], ["nl", "nacht"], ["en", "dag"]]);

/** The payload after a word that tells which one and in which field. @param {string} field @param {number} at */
const typed = (field, at) => `q${field}${at}q${all[at][1]}`;
/** Several in one text, with lines between. @param {string} field @param {number[]} which */
const together = (field, which) => which.map((at) => typed(field, at)).join("\n");
const groups = Array.from({ length: Math.ceil(all.length / 10) }, (_, group) => all.map((_, at) => at).filter((at) => Math.floor(at / 10) === group));

/** @typedef {import("./visitor.mjs").Visitor} Visitor */
/** @typedef {{by: string, path: string, reply?: import("./visitor.mjs").Reply}} Page — reply: what came back on a form */

/** @param {import("./town.mjs").Town} town */
async function fillEverything(town) {
  /** @type {Page[]} */
  const pages = [];
  /** What was taken in, and so must be shown somewhere. @type {string[]} */
  const kept = [];
  const who = /** @type {Record<string, Visitor>} */ ({ administrator: await town.at("noord").takeKey(), nobody: await town.at("noord").takeKey() });
  assert.equal((await who.administrator.post(town.link("noord"), { wachtwoord: password })).status, 303);
  await who.administrator.takeKey();

  /** Sends a form; what comes back as a page is looked at too. @param {string} by @param {string} path @param {Record<string, string | string[]>} form @param {import("./visitor.mjs").Extra} extra */
  const send = async (by, path, form, extra = {}) => {
    const reply = await who[by].post(path, form, extra);
    assert.ok(reply.status < 500, `${path} answers ${reply.status}`);
    if (reply.status !== 303) pages.push({ by, path, reply });
    return reply;
  };
  /** @param {string} role @param {string} name @param {string} inviter */
  const invited = async (role, name, inviter = "administrator") => {
    const sheet = await send(inviter, "/beheer/mensen/nieuw", { id: newId(), naam: name, inlognaam: role, email: "", taal: "nl", rol: role, team: "", nieuw_team: "" });
    const link = /\/welkom\/[\w-]{43}/.exec(sheet.text)?.[0] ?? "";
    const visitor = await town.at("noord").takeKey();
    pages.push({ by: "nobody", path: link, reply: await visitor.get(link) });
    await visitor.post(link, { wachtwoord: "kort" });
    assert.equal((await visitor.post(link, { wachtwoord: password })).status, 303, role);
    return visitor.takeKey();
  };
  const short = all.map((_, at) => at).filter((at) => all[at][1].length < 90 && !/[\u0000-\u001f]/.test(all[at][1]));

  who.second = await invited("administrator", together("s", short.slice(0, 2)).replaceAll("\n", " "));
  who.student = await invited("student", together("o", short.slice(2, 4)).replaceAll("\n", " "), "second");
  who.coordinator = await invited("coordinator", "Iemand die coördineert");
  for (const by of ["second", "student"]) for (const path of ["/mij", "/kaart", "/wachtwoord"]) pages.push({ by, path });

  // Names, teams and addresses, by the administrator.
  for (const at of all.keys()) {
    const id = newId();
    const plain = typed("l", at).slice(0, 95), userName = /^[^\s\u0000-\u001f]+$/.test(plain) ? plain : `mens${at}`;
    const { status } = await send("administrator", "/beheer/mensen/nieuw", { id, naam: typed("n", at), inlognaam: userName, email: "", taal: "nl", rol: "student", team: "", nieuw_team: typed("t", at) });
    if (status !== 200) continue;
    if (at % 4 !== 0) pages.pop();  // the sheets with the links differ by the name alone, and the list shows them all
    kept.push(`qn${at}q`);
    if (typed("t", at).length < 95) kept.push(`qt${at}q`);
    if (at % 4 === 0) pages.push({ by: "administrator", path: `/beheer/mensen/${id}` });  // the list shows them all
    if (at % 8 === 0) pages.push({ by: "administrator", path: `/beheer/mensen/${id}/stand?naar=left` });
  }
  for (const group of groups) {
    const text = together("a", group);
    await send("administrator", "/beheer/mensen/nieuw", { id: newId(), naam: text, inlognaam: text, email: text, taal: text, rol: "niets", team: text, nieuw_team: text });
    await send("administrator", "/beheer/mensen/nieuw", { id: text, naam: "", inlognaam: text, email: text, taal: text, rol: "student", team: text, nieuw_team: text });
  }
  for (const at of all.keys()) {
    const id = newId(), address = `${typed("m", at).slice(0, 200).replaceAll(/[\s\u0000-\u001f]/g, "")}@voorbeeld.nl`;
    if ((await send("administrator", "/beheer/mensen/nieuw", { id, naam: "Iemand", inlognaam: `post${at}`, email: address, taal: "nl", rol: "student", team: "", nieuw_team: "" })).status !== 303) continue;
    kept.push(`qm${at}q`);
    pages.push({ by: "administrator", path: `/beheer/mensen/${id}` });
  }
  pages.push({ by: "administrator", path: "/beheer/mensen/nieuw" });

  // Kept things: words, descriptions, earlier words, in the bin.
  const changing = newId();
  await send("student", "/rugzak/bewaren", { id: changing, woorden: "Het begin" });
  let seen = "";
  for (const at of all.keys()) {
    const id = newId(), place = at % 3 === 0 ? "/rugzak" : at % 3 === 1 ? "/kaart/wensboom" : "/kaart/haven";
    const { status } = await send("student", `${place}/bewaren`, { id, woorden: typed("w", at), beschrijving: typed("d", at), tekening: "640 480\ninkt 4 10 10 20 20 30 10" });
    if (status === 303) {
      kept.push(`qw${at}q`, `qd${at}q`);
      if (at % 2 === 0) pages.push({ by: "student", path: `/rugzak/${id}` });  // the backpack shows them all
      if (at % 4 === 0) pages.push({ by: "student", path: `/rugzak/${id}/anders` });
      if (at % 8 === 1) assert.equal((await who.student.post(`/rugzak/${id}/weg`)).status, 303);
      if (at % 8 === 2) pages.push({ by: "student", path: `/rugzak/${id}/voorgoed` });
    }
    const change = newId();
    if ((await send("student", `/rugzak/${changing}/anders`, { id: change, gezien: seen, woorden: typed("e", at) })).status === 303) { seen = change; kept.push(`qe${at}q`); }
  }
  pages.push({ by: "student", path: `/rugzak/${changing}/eerder` }, { by: "student", path: "/rugzak/prullenbak" }, { by: "student", path: "/reis" });

  // What people share and say to each other, and the names of who is invited from outside.
  const shown = /<code>([\w-]{19})<\/code>/.exec((await who.student.post("/mij/kennissen/code")).text)?.[1];
  assert.equal((await who.second.post(`/kennismaken/${shown}`)).status, 303);
  const box = /<input[^>]*name="wie"[^>]*>/.exec((await who.student.get(`/rugzak/${changing}/deel`)).text)?.[0] ?? "", chosen = /value="(\w{26})"/.exec(box)?.[1] ?? "";
  assert.equal((await who.student.post(`/rugzak/${changing}/deel`, { id: newId(), wie: chosen, mag: "reageren" })).status, 303);
  const said = newId(), mailed = /** @type {string[]} */ ([]);
  assert.equal((await who.second.post(`/rugzak/${changing}/reactie`, { id: said, woorden: "Het begin" })).status, 303);
  for (const at of all.keys()) {
    if ((await send("second", `/rugzak/${changing}/reactie`, { id: newId(), woorden: typed("h", at) })).status === 303) kept.push(`qh${at}q`);
    if (at % 8 === 0) await send("second", `/rugzak/${changing}/reactie`, { id: said, woorden: typed("h", at) });  // the same id again, with other words
    const invited = await send("student", "/mij/kennissen/uitnodigen", { naam: typed("g", at), email: `oom${at}@voorbeeld.nl` });  // ten are open at once
    if (invited.status !== 303) continue;
    kept.push(`qg${at}q`);
    mailed.push(`oom${at}@voorbeeld.nl`);
  }
  for (const address of mailed) pages.push({ by: "nobody", path: `/kennismaken/${(await town.mailbox.find(address, /\/kennismaken\/([\w-]{19})/))[1]}` });
  for (const by of ["student", "second"]) for (const path of [`/rugzak/${changing}`, "/mee", "/delen", "/mij/kennissen", `/rugzak/${changing}/deel`]) pages.push({ by, path });
  for (const group of groups) await send("student", `/rugzak/${changing}/deel`, { id: newId(), wie: together("c", group), mag: together("c", group), tot: "dag", dag: together("c", group).replaceAll("\n", " ") });

  const filling = { town, who, pages, kept, send, typed, together, groups: groups.map((group) => group.filter((at) => !all[at][1].includes("\u0000"))), thing: changing, reader: chosen };
  for (const part of parts) {
    for (const kind of part.kinds ?? []) await fillKind(kind, filling, Object.entries(part.rules ?? {}).filter(([route, rule]) => route.startsWith("GET ") && rule.kind === kind.kind).map(([route]) => route.slice(4)));
    await part.payloads?.(filling);
    for (const route of Object.keys(part.rules ?? {})) if (route.startsWith("GET ") && part.kinds && !route.includes("{")) pages.push({ by: "student", path: route.slice(4) });
  }

  // What is refused, and shown again with the reason.
  for (const group of groups) {
    const text = together("r", group), line = text.replaceAll("\n", " ");
    for (const path of ["/rugzak/bewaren", "/kaart/wensboom/bewaren", `/rugzak/${changing}/anders`]) {
      await send("student", path, { id: newId(), gezien: seen, woorden: text, wanneer: line, beschrijving: text, tekening: text, soort: line, symbool: line, toont: line });
      await send("student", path, { id: newId(), gezien: line, woorden: text, beschrijving: line });
    }
    await send("student", "/kaart/wensboom/was-hier", { id: newId(), wanneer: line });
    await send("student", "/reis/x/weg", { plek: line });
    await send("student", "/rugzak/bewaren", { id: changing, woorden: text, wanneer: "zomer 2020" });  // the same id again, with other words
    for (const by of ["student", "nobody"]) {  // with an old key, and after the session ended
      const { reply } = { reply: await who[by].send("POST", "/rugzak/bewaren", { form: { sleutel: "oud", id: newId(), woorden: text, wanneer: line, [line.slice(0, 200)]: line } }) };
      pages.push({ by, path: "/rugzak/bewaren", reply });
    }
    for (const path of ["/wachtwoord/code", "/wachtwoord/vergeten"]) await send("nobody", path, { naam: line, code: line, wachtwoord: text });
    for (const path of ["/taal", "/licht"]) await send("student", path, { taal: line, licht: line, terug: line });
  }
  for (const [at, group] of groups.entries())  // each a name of its own: who guesses too often waits
    await send("nobody", "/inloggen", { naam: `${together(`i${at}`, group)}`, wachtwoord: together("p", group), naar: together("u", group), "bewaard-pad": "/rugzak/bewaren", "bewaard.woorden": together("v", group), "bewaard.wanneer": together("x", group) });
  const back = await town.at("noord").takeKey();  // signed in again, the words that were typed meanwhile are shown
  pages.push({ by: "student", path: "/inloggen", reply: await back.post("/inloggen", { naam: "student", wachtwoord: password, "bewaard-pad": "/rugzak/bewaren",
    "bewaard.woorden": together("k", groups.flat().slice(0, 78)), "bewaard.wanneer": together("k", groups[1]) }) });
  for (const at of all.keys()) {
    const name = typed("f", at).replaceAll(/["\u0000-\u001f]/g, "_");
    const reply = await who.student.post("/rugzak/bewaren", { id: newId(), woorden: "", beschrijving: typed("f", at) }, { files: [{ name: "foto", file: name, type: name.slice(0, 60).replaceAll(/[^\x20-\x7e]/g, "_"), bytes: Buffer.from(typed("f", at)) }] });
    assert.ok(reply.status === 422 || reply.status === 400, name);  // 400: no field holds a NUL
    if (at % 4 === 0) pages.push({ by: "student", path: "/rugzak/bewaren", reply });
  }

  // In addresses.
  for (const [at, [, text]] of all.entries()) {
    const line = encodeURIComponent(text.slice(0, 900)), asked = encodeURIComponent(typed("z", at).slice(0, 900));
    const [by, path] = [["student", "/rugzak"], ["nobody", "/kaart"], ["administrator", "/beheer/mensen"]][at % 3];
    pages.push({ by, path: `${path}?zoek=${asked}&plek=${line}&jaar=${line}&soort=${line}&toont=${line}&gedaan=${line}&tot=${line}&weergave=${line}&zoom=${line}&bezoek=${line}&na=${line}` });
    if (at % 4 === 0) pages.push({ by: "nobody", path: `/inloggen?naar=${line}` }, { by: "student", path: `/kaart/haven?gedaan=${line}&bezoek=${line}&tot=${line}` }, { by: "student", path: `/reis?tot=${line}&gedaan=${line}` });
    if (at % 4 === 1 && !text.includes("\u0000")) pages.push({ by: "student", path: `/bestaat-niet/${line.slice(0, 400)}` });
  }
  return { who, pages, kept };
}

/** The further pages of a list, by the links on it. @param {Visitor} visitor @param {string} path @param {RegExp} next */
async function further(visitor, path, next) {
  const found = [path];
  for (let at = path; at !== ""; ) {
    at = next.exec((await visitor.get(at)).text)?.[1].replaceAll("&amp;", "&") ?? "";
    if (at !== "") found.push(at);
  }
  return found;
}

test("payloads in every field run nowhere", async (context) => {
  const town = await openTown("sqlite", [{ name: "noord", title: "College <b>Noord</b> & \"co\" <script>window.__executed=1</script>", open: true }]);
  const browser = await launch();
  try {
    const { who, pages, kept } = await fillEverything(town);
    for (const path of await further(who.student, "/rugzak", /href="(\/rugzak\?voor=[^"]+)"/)) pages.push({ by: "student", path });
    for (const path of await further(who.administrator, "/beheer/mensen", /href="(\/beheer\/mensen\?na=[^"]+)"/)) pages.push({ by: "administrator", path });
    for (const path of ["/kaart/wensboom", "/kaart/haven", "/kaart"]) pages.push({ by: "student", path });
    assert.ok(kept.length >= fewest.fields, `${kept.length} texts were taken in`);
    const shown = new Set();

    for (const bypassCSP of [true, false])
      await context.test(bypassCSP ? "without the policy" : "with the policy", async () => {
        let count = 0;
        /** Two windows look at once, each for half of how it can look. @param {number} half */
        const lookAt = async (half) => {
          const window = await openWindow(browser, { bypassCSP });
          for (const by of Object.keys(who)) {
            const mine = pages.filter((page, at) => page.by === by && (bypassCSP || at % 4 === 0));
            for (const [turn, [language, light]] of looks.entries()) {
              if (turn % 2 !== half) continue;
              await window.be(who[by], language, light);
              for (const { path, reply } of mine.filter((_, at) => at % looks.length === turn)) {
                const url = who[by].origin + path;
                const seen = reply ? await window.show(url, { status: reply.status, headers: Object.fromEntries(reply.headers), body: reply.body }) : await window.open(url);
                assert.deepEqual([seen.executed, seen.wrong], [0, []], `${by} on ${path.slice(0, 120)}, ${language}, ${light}`);
                for (const [word] of seen.text.matchAll(/q[a-z]+\d+q/g)) shown.add(word);
                count += 1;
              }
            }
          }
          await window.close();
        };
        await Promise.all([0, 1].map(lookAt));
        console.log(`${count} pages ${bypassCSP ? "without" : "with"} the policy, ${all.length} payloads, ${kept.length} texts taken in, ${shown.size} seen`);
        assert.ok(count >= (bypassCSP ? fewest.pages : fewest.withPolicy), `${count} pages`);
        if (bypassCSP) assert.deepEqual(kept.filter((word) => !shown.has(word)), [], "taken in, and shown nowhere");
      });

    await context.test("the search itself notices payloads that are let through", async () => {
      let noticed = 0;
      for (const [at, [, text]] of all.entries()) {
        const window = await openWindow(browser, { bypassCSP: true });  // one each: what a page does on its way out is not the next one's
        const url = `${who.nobody.origin}/proef/${at}`;
        const body = `<!doctype html><title>x</title><p>${text}</p><input value="${text}"><input value='${text}'><textarea>${text}</textarea><a href="${text}">x</a>`;
        const seen = await window.show(url, { status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body });
        if (seen.executed > 0 || seen.wrong.length > 0) noticed += 1;
        await window.close();
      }
      console.log(`${noticed} of ${all.length} payloads are noticed when nothing makes text of them`);
      assert.ok(noticed >= 55);
    });
  } finally {
    await browser.close();
    await town.close();
  }
});
