// The pages that exist, by who sees them: what the look and the accessibility tests walk through.
export const signedOut = ["/kaart", "/kaart?soort=hulpbron", "/kaart?zoek=droom", "/kaart?zoek=xyzzy", "/kaart?zoom=1", "/kaart?weergave=lijst", "/kaart?weergave=lijst&soort=bestemming&zoek=a", "/kaart/wensboom", "/kaart/stad", "/kaart/kompas",
  "/inloggen", "/wachtwoord/vergeten", "/wachtwoord/code", "/wachtwoord/nieuw/voorbij", "/welkom/voorbij", "/wie-ziet-wat", "/bestaat-niet"];
export const student = ["/kaart", "/kaart?zoom=1&soort=belemmering", "/kaart?zoom=3", "/kaart?weergave=lijst", "/kaart/wensboom", "/kaart/wensboom?weergave=lijst", "/kaart/haven", "/kaart?tot=2025", "/kaart/haven/was-hier", "/reis", "/reis?tot=2025", "/rugzak", "/rugzak?zoek=ik", "/rugzak/bewaren", "/inzichten", "/verhaal-over-mij", "/verteld", "/blog", "/blog/nieuw", "/verhalen", "/verhalen/nieuw", "/kompas", "/kompas/rand", "/kompas/rand/uit-rugzak", "/kaart/haven/bewaren", "/delen", "/meenemen", "/mee", "/gezelschap/meenemen", "/mij/kennissen", "/kennismaken/voorbij", "/wie-ziet-wat", "/mij", "/mij/adres/voorbij", "/wachtwoord", "/", "/paspoort", "/paspoort/stempel", "/paspoort/blad", "/paspoort/omslag", "/meebrengen", "/vragen", "/dit-doen-we", "/gezelschap", "/gezelschap/plek", "/cv", "/cv/nieuw", "/passend", "/passend/brief"];
export const administrator = ["/beheer/mensen", "/beheer/mensen/nieuw", "/mij", "/rugzak"];
export const analyst = ["/stroom", "/stroom/doorstroom", "/stroom/doorstroom?sector=Techniek&jaar=2024&naast=2023", "/stroom/doorstroom?opleiding=Kok&jaar=2024", "/stroom/passend", "/stroom/passend/kaart"];

/** Pages whose address is only known in this school: where the first link to one stands, and what lies under it. */
const behind = /** @type {Record<string, {list: string, link: string, under: string[]}[]>} */ ({
  student: [{ list: "/rugzak", link: ".kept a", under: ["", "/anders", "/deel", "/inzicht", "/blik", "/buiten"] }, { list: "/reis", link: ".to-do a", under: [""] }],
  administrator: [{ list: "/beheer/mensen", link: "tbody a", under: ["", "/stand?naar=left", "/code"] }],
});

/** All pages of a role; the page is signed in. @param {import("playwright-core").Page} page @param {string} address @param {string} role */
export async function pagesOf(page, address, role) {
  const fixed = { student, administrator, analyst }[role] ?? signedOut;
  const found = [];
  for (const { list, link, under } of behind[role] ?? []) {
    await page.goto(address + list);
    const first = await page.locator(link).first().getAttribute("href");
    found.push(...under.map((more) => first + more));
  }
  return [...fixed, ...found];
}

export const roles = ["", "student", "administrator", "analyst"];
export const themes = /** @type {const} */ (["light", "dark"]);
export const languages = /** @type {const} */ (["nl", "en"]);
