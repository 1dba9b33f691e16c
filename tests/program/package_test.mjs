// The package for a school's server: what it holds works, and its parts name each other rightly.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "loopbaankaart-package-"));
after(() => rmSync(folder, { recursive: true }));
/** @param {string} command @param {string[]} words */
const run = (command, ...words) => {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: "utf8" });
  assert.equal(status, 0, `${command} ${words.join(" ")}\n${stdout}${stderr}`);
  return stdout;
};

run("cpack", "--config", "build/CPackConfig.cmake", "-B", folder);
const file = readdirSync(folder).find((name) => name.endsWith(".deb")) ?? "";
run("dpkg-deb", "-x", join(folder, file), join(folder, "root"));
run("dpkg-deb", "-e", join(folder, file), join(folder, "control"));
const text = (/** @type {string} */ path) => readFileSync(join(folder, path), "utf8");

test("its programs start", () => {
  assert.match(text("control/control"), new RegExp(`^Version: ${run(join(folder, "root/usr/bin/loopbaankaart"), "--version").trim()}$`, "m"));
  assert.equal(spawnSync(join(folder, "root/usr/bin/loopbaankaart-media")).status, 2);
});

test("its fonts lie where the program looks for them", () => {
  const booklet = { size: "a5", author: "", cover: null, pages: [[]], title: "Leeg", language: "nl", pictures: [],
    paper: { pattern: "plain", paper: "#ffffff", ink: "#000000", line: "#000000", tape: "#000000", accent: "#000000" } };
  const { status, stdout } = spawnSync(join(folder, "root/usr/bin/loopbaankaart-media"), ["booklet"], { input: `${JSON.stringify(booklet)}\n` });
  assert.equal(status, 0);
  assert.ok(stdout.subarray(0, 5).equals(Buffer.from("%PDF-")));
});

test("it asks for the libraries that it needs", () => {
  for (const library of ["libpq5", "libsodium23", "libicu72", "libzip4", "libvips42", "librsvg2-2", "libcairo2", "libpango-1.0-0", "libfontconfig1", "libseccomp2", "ffmpeg"]) assert.match(text("control/control"), new RegExp(`^Depends:.*\\b${library}\\b`, "m"));
});

test("service, command and scripts mean the same user, data and key", () => {
  const service = text("root/lib/systemd/system/loopbaankaart.service"), command = text("root/usr/sbin/loopbaankaart-beheer");
  const [, program, data] = /^ExecStart=(\S+) serve --data (\S+)$/m.exec(service) ?? [];
  const key = /^LoadCredential=loopbaankaart\.key:(\S+)$/m.exec(service)?.[1];
  assert.ok(command.includes(`${program} --data ${data} --key ${key} `));
  assert.ok(command.includes(`runuser -u ${/^User=(\S+)$/m.exec(service)?.[1]} `));
  for (const script of ["control/postinst", "control/prerm", "root/usr/sbin/loopbaankaart-beheer"]) run("sh", "-n", join(folder, script));
});
