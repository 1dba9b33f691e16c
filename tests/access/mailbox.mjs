// Takes the mail that the school sends (RFC 5321, as much as one sender needs), so that a test can read it.
import { createServer } from "node:net";

/** Quoted-printable and base64 as they were written. @param {string} mail */
function readable(mail) {
  const [head, ...rest] = mail.split("\r\n\r\n"), body = rest.join("\r\n\r\n");
  if (/^content-transfer-encoding: base64/im.test(head)) return `${head}\n\n${Buffer.from(body, "base64").toString("utf8")}`;
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return mail;
  const bytes = body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return `${head}\n\n${Buffer.from(bytes, "latin1").toString("utf8")}`;
}

export async function openMailbox() {
  /** @type {{to: string, text: string}[]} */
  const mails = [];
  /** @type {(() => void)[]} */
  let waiting = [];
  const server = createServer((socket) => {
    let text = "", to = "", inMail = false;
    const say = (/** @type {string} */ line) => socket.write(`${line}\r\n`);
    socket.on("error", () => {});
    socket.on("data", (part) => {
      text += part.toString("latin1");
      for (;;) {
        const end = text.indexOf(inMail ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const line = text.slice(0, end);
        text = text.slice(end + (inMail ? 5 : 2));
        if (inMail) {
          mails.push({ to, text: readable(Buffer.from(line, "latin1").toString("utf8")) });
          inMail = false;
          say("250 taken");
          for (const go of waiting.splice(0)) go();
        } else if (/^DATA/i.test(line)) { inMail = true; say("354 go on"); }
        else if (/^QUIT/i.test(line)) { say("221 bye"); socket.end(); }
        else { to = /^RCPT TO:<([^>]*)>/i.exec(line)?.[1] ?? to; say("250 ok"); }
      }
    });
    say("220 mailbox");
  });
  await new Promise((resolve) => { server.listen(0, "127.0.0.1", () => resolve(undefined)); });
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    port, mails,
    /** The last mail to an address that says this. @param {string} to @param {RegExp} says @returns {Promise<RegExpExecArray>} */
    async find(to, says) {
      for (;;) {
        for (const mail of mails.toReversed()) {
          const found = mail.to === to ? says.exec(mail.text) : null;
          if (found) return found;
        }
        await new Promise((resolve) => { waiting.push(() => resolve(undefined)); });
      }
    },
    close: () => { server.close(); },
  };
}

/** @typedef {Awaited<ReturnType<typeof openMailbox>>} Mailbox */
