// The door and one's own account: signing in, a password, an invitation, how it looks here.
import { byOwner, deed, link, refused, shown } from "../rules.mjs";

/** @type {import("./index.mjs").Part} */
export const part = {
  rules: {
    "GET /inloggen": { ...shown("everyone"), inside: 303 },
    "POST /inloggen": refused("everyone"),  // with a wrong password
    "POST /uitloggen": deed("who is signed in"),
    "GET /welkom/{token}": link("everyone", ["of the same school, waiting"]),  // who holds the link is who was invited
    "POST /welkom/{token}": { ...link("everyone", ["of the same school, waiting"]), answers: 422 },  // with a password that is too short
    "GET /wachtwoord": shown("who is signed in"),
    "POST /wachtwoord": refused("who is signed in"),  // with a wrong old one
    "GET /wachtwoord/vergeten": shown("everyone"),
    "POST /wachtwoord/vergeten": shown("everyone"),
    "GET /wachtwoord/nieuw/{token}": link("everyone"),
    "POST /wachtwoord/nieuw/{token}": link("everyone"),
    "GET /wachtwoord/code": shown("everyone"),
    "POST /wachtwoord/code": refused("everyone"),  // with a wrong code
    "GET /mij": shown("who is signed in"),
    "POST /mij/toestellen": deed("who is signed in"),
    "POST /mij/adres": deed("who is signed in"),
    "GET /mij/adres/{token}": link("who is signed in"),
    "POST /mij/adres/{token}": link("who is signed in"),
    "GET /mij/concepten-sleutel": shown("who has own content"),
    "GET /offline": shown("everyone"),
    "GET /sw.js": shown("everyone"),
    "POST /taal": deed("everyone"),
    "POST /licht": deed("everyone"),
  },
  sights: {
    "name": [byOwner(/./), { who: "who holds the link", on: / \/welkom\/\{token\}$/ }],
    "user name": [byOwner(/ \/mij/), { who: "who holds the link", on: / \/welkom\/\{token\}$/ }],
    "e-mail": [byOwner(/ \/mij/)],
    "draft key": [byOwner(/ \/mij\/concepten-sleutel$/)],
    "school title": [{ who: "everyone at that school", on: /./ }],
  },
  queries: {
    "GET /mij": () => ["?gedaan=adres"],
  },
  forms: {
    "POST /wachtwoord": () => ({ "oud-wachtwoord": "een verkeerd wachtwoord", wachtwoord: "nog een heel ander" }),
    "POST /welkom/{token}": () => ({ wachtwoord: "kort" }),
    "POST /wachtwoord/nieuw/{token}": () => ({ wachtwoord: "een heel nieuw wachtwoord" }),
    "POST /taal": () => ({ taal: "nl", terug: "/kaart" }),
    "POST /licht": ({ things }) => ({ licht: "toestel", terug: `/rugzak/${things[0].id}` }),
  },
  repeatable: ["POST /inloggen", "POST /uitloggen", "POST /welkom/{token}", "POST /wachtwoord", "POST /wachtwoord/vergeten", "POST /wachtwoord/nieuw/{token}", "POST /wachtwoord/code", "POST /mij/toestellen", "POST /mij/adres", "POST /mij/adres/{token}", "POST /taal", "POST /licht"],
};
