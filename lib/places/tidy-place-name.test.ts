import { describe, expect, it } from "vitest";
import { tidyPlaceName } from "./tidy-place-name.ts";

describe("a place's name", () => {
  it.each([
    ["LAS VEGAS", "Las Vegas"],
    ["las vegas", "Las Vegas"],
    ["MCKINNEY", "McKinney"],
    ["McKinney", "McKinney"],
    ["O'FALLON", "O'Fallon"],
    ["COEUR D'ALENE", "Coeur d'Alene"],
    ["ST. LOUIS", "St. Louis"],
    ["WINSTON-SALEM", "Winston-Salem"],
    ["STRATFORD-UPON-AVON", "Stratford-upon-Avon"],
    ["FRANKFURT AM MAIN", "Frankfurt am Main"],
    ["RIO DE JANEIRO", "Rio de Janeiro"],
    ["LA CROSSE", "La Crosse"],
    ["DE PERE", "De Pere"],
    ["MÜNCHEN", "München"],
    ["OAK CREEK WI DISTRIBUTION CENTER", "Oak Creek WI Distribution Center"],
    ["ISC NEW YORK NY(USPS)", "ISC New York NY (USPS)"],
    ["  SAN   JOSE ", "San Jose"],
    ["東京都", "東京都"],
    ["Москва", "Москва"],
    ["МОСКВА", "Москва"],
    ["", ""],
  ])("%s reads %s", (written, readable) => {
    expect(tidyPlaceName(written)).toBe(readable);
  });
});
