// The pages that exist, by who sees them: what the look and the accessibility tests walk through.
export const signedOut = ["/kaart", "/kaart?soort=hulpbron", "/kaart?zoek=droom", "/kaart?zoek=xyzzy", "/kaart/wensboom", "/kaart/stad", "/kaart/kompas",
  "/inloggen", "/wachtwoord/vergeten", "/wachtwoord/code", "/bestaat-niet"];
export const student = ["/kaart", "/kaart/wensboom", "/kaart/haven", "/rugzak", "/mij", "/wachtwoord"];
export const administrator = ["/beheer/mensen", "/beheer/mensen/nieuw", "/mij"];

export const themes = /** @type {const} */ (["light", "dark"]);
export const languages = /** @type {const} */ (["nl", "en"]);
