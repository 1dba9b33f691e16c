// Who lives in the two schools, and what they keep. What a part of the journey adds to it, the part tells itself (parts/).
import assert from "node:assert/strict";
import { kinds, parts } from "./parts/index.mjs";
import { tellKinds } from "./records.mjs";
import { endGrants, ownerShares } from "./sharing.mjs";
import { Story, come, keep, newPerson, stay } from "./story.mjs";
import { openTown } from "./town.mjs";
import { newId } from "./visitor.mjs";

/** @typedef {import("./story.mjs").Person} Person */

/** Every part somebody plays: role, team, school, and what became of them. */
export const cast = [
  { part: "owner", role: "student", team: "of the owner" },
  { part: "fellow student", role: "student", team: "of the owner" },
  { part: "student of another team", role: "student", team: "another" },
  ...["companion", "counsellor", "desk", "teamleader"].map((role) => ({ part: role, role, team: "of the owner" })),
  ...["coordinator", "analyst"].map((role) => ({ part: role, role, team: "" })),
  { part: "second administrator", role: "administrator", team: "" },
  { part: "suspended", role: "student", team: "of the owner", then: "suspended" },
  { part: "left", role: "student", team: "of the owner", then: "left" },
  { part: "closed by a printed code", role: "student", team: "of the owner", then: "code" },
  { part: "target", role: "student", team: "another" },  // whom the administrators may change at will
  { part: "invited", role: "student", team: "of the owner", then: "invited" },
  { part: "student of the other school", role: "student", team: "of the other school", school: "zuid" },
];

/** @param {Story} story @param {typeof cast[number] & {school?: string}} one */
async function invite(story, one) {
  const school = one.school ?? "noord", administrator = story.who(`administrator of ${school}`).visitor;
  const person = Object.assign(newPerson(story, one.part, school, one.role), { team: one.team });
  if (one.team !== "") story.teams[one.team] ??= `Klas ${story.canaries.make("team", school)}`;
  const { status } = await administrator.post("/beheer/mensen/nieuw", { id: person.id, naam: person.name, inlognaam: person.userName, email: person.email, taal: "nl",
    rol: one.role, team: "", nieuw_team: one.team === "" ? "" : story.teams[one.team] });
  assert.equal(status, 303, `${one.part} is invited`);
}

/** Who got their mail comes in, but the one who does not. @param {Story} story @param {typeof cast[number]} one */
async function answer(story, one) {
  const person = story.who(one.part);
  const [link] = await story.town.mailbox.find(person.email, /\/welkom\/[\w-]{43}/);
  story.links[one.part] = link;
  story.canaries.add(link.slice(-43), "invitation", one.part);
  if (one.then !== "invited") await come(story, person, link);
}

/** What the administrator does to them afterwards. @param {Story} story @param {string} part @param {string} then */
async function happensTo(story, part, then) {
  const person = story.who(part), administrator = story.who("administrator of noord").visitor;
  if (then === "suspended" || then === "left") {
    assert.equal((await administrator.post(`/beheer/mensen/${person.id}/stand`, { naar: then })).status, 303);
    if (then === "suspended") return;
    await person.visitor.takeKey();  // who left comes back to read what is their own
    assert.equal((await person.visitor.post("/inloggen", { naam: person.userName, wachtwoord: person.password })).status, 303);
    await person.visitor.takeKey();
    story.canaries.add(person.visitor.cookies.get("__Host-sessie") ?? "", "session", person.part);
    return;
  }
  const sheet = await administrator.post(`/beheer/mensen/${person.id}/code`);
  const code = /<code[^>]*>([^<]+)<\/code>/.exec(sheet.text)?.[1];
  assert.ok(code, "a code on paper");
  await (person.visitor = story.town.at("noord")).takeKey();
  assert.equal((await person.visitor.post("/wachtwoord/code", { naam: person.userName, code, wachtwoord: person.password })).status, 303);
  await person.visitor.takeKey();
}

/** One of everything. @param {Story} story */
async function ownerKeeps(story) {
  const owner = story.who("owner"), { visitor } = owner;
  await keep(story, owner, { place: "wensboom", photo: true, when: "zomer 1963" });
  story.canaries.add("zomer 1963", "moment", "owner");
  story.canaries.add("summer 1963", "moment", "owner");
  await keep(story, owner, { words: "loose words" });
  await keep(story, owner, { place: "haven", drawing: true });
  const changed = await keep(story, owner, { place: "mirador", words: "earlier words" });
  assert.equal((await visitor.post(`/rugzak/${changed.id}/anders`, { id: newId(), gezien: "", woorden: `Nu ${story.canaries.make("words", "owner")}` })).status, 303);
  const binned = await keep(story, owner, { place: "wensboom", words: "words in the bin", photo: true });
  assert.equal((await visitor.post(`/rugzak/${binned.id}/weg`)).status, 303);
  binned.state = "in the bin";
  const before = story.canaries.all.length;
  const removed = await keep(story, owner, { place: "wensboom", photo: true });
  for (const canary of story.canaries.all.slice(before)) if (canary.what !== "file name") canary.what = `removed ${canary.what}`;
  assert.equal((await visitor.post(`/rugzak/${removed.id}/weg`)).status, 303);
  assert.equal((await visitor.post(`/rugzak/${removed.id}/voorgoed`)).status, 303);
  removed.state = "removed";
  await ownerShares(story);
  for (let more = 0; more < (story.small ? 3 : 31); ++more) await keep(story, owner, { words: "words on a further page" });

  await stay(story, owner, "wensboom", "");
  await stay(story, owner, "mirador", "herfst 1961");
  story.canaries.add("herfst 1961", "moment", "owner");
  story.canaries.add("autumn 1961", "moment", "owner");
  await stay(story, owner, "stad", "");
  assert.equal((await visitor.post("/kaart/stad/verder")).status, 303);
  const gone = await stay(story, owner, "haven", "herfst 1957");
  assert.equal((await visitor.post(`/reis/${gone.id}/weg`)).status, 303);
  gone.state = "removed";
  story.canaries.add("herfst 1957", "removed moment", "owner");
  for (const canary of story.canaries.all) if (canary.token === gone.id) canary.what = "removed stay id";
}

const notInSmall = ["companion", "teamleader", "coordinator", "analyst"];

/** @param {"sqlite" | "postgresql"} backend @param {{small?: boolean}} how */
export async function openStory(backend, { small = false } = {}) {
  const story = Object.assign(new Story(), { small }), here = cast.filter(({ part }) => !small || !notInSmall.includes(part));
  const town = await openTown(backend, [{ name: "noord", title: story.titles.noord, open: true }, { name: "zuid", title: story.titles.zuid, open: false }]);
  story.town = town;
  try {
    for (const school of ["noord", "zuid"]) {
      const administrator = newPerson(story, `administrator of ${school}`, school, "administrator");
      story.links[administrator.part] = town.link(school);
      await come(story, administrator, town.link(school));
    }
    for (const one of here) await invite(story, one);
    for (const one of here) await answer(story, one);
    for (const one of here) {
      const person = story.who(one.part);
      if (one.part === "owner" || one.then === "invited") continue;
      const mine = ["fellow student", "student of the other school"].includes(one.part);
      await keep(story, person, { place: "wensboom", photo: mine });
      await stay(story, person, "stad", "lente 1959");
    }
    await ownerKeeps(story);
    await tellKinds(story, kinds);
    for (const part of parts) await part.tell?.(story);
    endGrants(story);
    const rows = town.rows();
    for (const stay of story.stays) stay.ends = rows.filter((row) => row.startsWith("place_visit ") && row.includes(stay.id)).map((row) => /"ended_at":(\d+)/.exec(row)?.[1])[0];
    for (const one of here) if (one.then && one.then !== "invited") await happensTo(story, one.part, one.then);
  } catch (mistake) {
    await town.close();
    throw mistake;
  }
  return story;
}
