// Inside access: words that well-known passwords are made of, in Dutch and English. Lower case, without accents.
#pragma once

#include <array>
#include <string_view>

namespace loopbaankaart::access {

inline constexpr auto common_words = std::to_array<std::string_view>({
    // what a password is
    "wachtwoord", "password", "passwort", "motdepasse", "paswoord", "geheim", "secret", "toegang", "access", "inlog", "inloggen", "login",
    "logmein", "letmein", "laatmijerin", "laatmebinnen", "sesam", "opensesame", "sleutel", "beveiligd", "security", "private", "prive",
    // what every system is called
    "admin", "administrator", "beheer", "beheerder", "root", "user", "gebruiker", "gast", "guest", "test", "testing", "demo", "default",
    "standaard", "computer", "laptop", "internet", "server", "system", "systeem", "master", "superman", "batman", "temp", "tijdelijk",
    "change", "changeme", "wijzig", "nieuw", "new", "welkom", "welcome", "hallo", "hello", "hoi", "doei", "dag", "goedemorgen",
    // this product and where it stands
    "loopbaan", "loopbaankaart", "kaart", "rugzak", "kompas", "wensboom", "reisblog", "reisgids", "stage", "mentor", "student", "leerling",
    "docent", "leraar", "teacher", "decaan", "school", "college", "lyceum", "mavo", "havo", "vwo", "vmbo", "gymnasium", "mbo", "hbo",
    "klas", "rooster", "huiswerk", "examen", "diploma", "opleiding", "magister", "somtoday", "campus", "lesrooster", "onderwijs",
    // seasons, months, days
    "lente", "voorjaar", "zomer", "herfst", "najaar", "winter", "spring", "summer", "autumn", "fall", "januari", "februari", "maart",
    "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december", "january", "february", "march", "may",
    "june", "july", "august", "october", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "vakantie", "holiday", "weekend", "kerst", "christmas",
    // love and luck
    "ikhouvanjou", "ikhouvan", "houvanjou", "iloveyou", "iloveu", "ilove", "love", "lover", "lieverd", "liefde", "schatje", "schat",
    "lekkerding", "prinses", "princess", "princes", "angel", "engel", "sunshine", "zonnetje", "zonneschijn", "baby", "babygirl", "forever",
    "vooraltijd", "bestevriend", "bestfriend", "vriend", "vrienden", "friend", "friends", "familie", "family", "mama", "papa", "mother",
    "father", "oma", "opa", "happy", "gelukkig", "geluk", "lucky", "god", "jesus", "allah", "trustno", "whatever", "nothing", "niets",
    "blessed", "beautiful", "mooi", "sexy", "hottie", "fuckyou", "fuck", "kanker", "shit", "kut", "klote",
    // play and sport
    "voetbal", "football", "soccer", "hockey", "tennis", "baseball", "basketball", "ajax", "feyenoord", "psv",
    "eindhoven", "twente", "heerenveen", "vitesse", "utrecht", "groningen", "liverpool", "chelsea", "arsenal", "barcelona", "realmadrid",
    "manchester", "united", "juventus", "ronaldo", "messi", "max", "verstappen", "formule", "ferrari", "porsche", "mercedes", "bmw",
    "minecraft", "fortnite", "roblox", "pokemon", "pikachu", "starwars", "harrypotter", "gamer", "game", "gaming", "playstation", "xbox",
    "nintendo", "mario", "killer", "ninja", "dragon", "draak", "monster", "shadow", "phoenix", "matrix", "hunter", "ranger", "tiktok",
    "youtube", "instagram", "snapchat", "facebook", "whatsapp", "google", "netflix", "spotify", "apple", "iphone", "samsung", "android",
    // animals, colours, food
    "hond", "honden", "poes", "kat", "kitty", "puppy", "dog", "cat", "paard", "paarden", "horse", "konijn", "vlinder", "butterfly",
    "tijger", "tiger", "leeuw", "lion", "monkey", "aap", "dolfijn", "dolphin", "olifant", "vogel", "panda", "eenhoorn", "unicorn",
    "rood", "blauw", "groen", "geel", "oranje", "paars", "roze", "zwart", "wit", "red", "blue", "green", "yellow", "orange", "purple",
    "pink", "black", "white", "gold", "silver", "regenboog", "rainbow", "chocola", "chocolade", "chocolate", "cookie", "koekje", "banaan",
    "appel", "appeltaart", "pannenkoek", "pizza", "kaas", "cheese", "drop", "stroopwafel", "koffie", "coffee", "bloem", "bloemen",
    "flower", "flowers", "roos", "tulp", "bier", "fiets",
    // places
    "nederland", "holland", "amsterdam", "rotterdam", "denhaag", "europa", "europe", "london", "paris", "parijs", "america",
    "marokko", "turkije", "suriname", "polen", "syrie", "maroc", "turkiye", "istanbul", "brabant", "limburg", "friesland", "zeeland",
    // small words that tie the others
    "de", "het", "een", "the", "van", "of", "is", "en", "and", "my", "mijn", "ik", "jij", "jou", "you", "me", "mij", "for", "voor", "to",
    "qwerty", "azerty", "qwertz", "asdf", "zxcv", "abc", "abcd", "qaz", "wsx", "pass", "passw", "wacht", "woord", "word", "key", "code",
});

}  // namespace loopbaankaart::access
