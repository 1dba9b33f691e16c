-- Keeps a few words over and over: each request a new thing with an id of its own, as a browser makes it.
-- Set by keep.mjs: LK_COOKIE, LK_TOKEN.
local letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
local threads = 0
function setup(thread) thread:set("seat", threads); threads = threads + 1 end
function init() math.randomseed(os.time() * 97 + seat) end
local function id()
  local text = {"01"}
  for place = 2, 25 do local at = math.random(32); text[place] = letters:sub(at, at) end
  return table.concat(text)
end
function request()
  local body = "sleutel=" .. os.getenv("LK_TOKEN") .. "&id=" .. id() .. "&woorden=Vandaag+mocht+ik+zelf+de+kast+bedraden.+Dat+gaf+me+energie."
  return wrk.format("POST", "/kaart/wensboom/bewaren", {
    ["Content-Type"] = "application/x-www-form-urlencoded", ["Cookie"] = os.getenv("LK_COOKIE"),
    ["Origin"] = os.getenv("LK_ORIGIN"), ["Sec-Fetch-Site"] = "same-origin" }, body)
end
local wrong = 0
function response(status) if status ~= 303 then wrong = wrong + 1 end end
function done(summary, latency)
  io.write(string.format('{"kept": %d, "seconds": %.3f, "p50_ms": %.2f, "p99_ms": %.2f, "errors": %d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
