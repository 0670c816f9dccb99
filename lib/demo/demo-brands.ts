import type { BrandInput } from "#lib/branding/brand.ts";

export interface DemoBrand {
  slug: string;
  /** None: the demo's shops live at `/tracking/<slug>/…` and `<slug>.<platform domain>`, which need no DNS. */
  hosts: string[];
  isDefault: boolean;
  brand: BrandInput;
}

const image = (slug: string, file: string, width: number, height: number) => ({ url: `/brands/${slug}/${file}`, width, height });

/** Stationery: green and paper, an old-style serif, everything at its defaults. */
const fernAndFable: BrandInput = {
  version: 1,
  name: "Fern & Fable",
  homeUrl: "https://fernandfable.example/",
  logo: { light: image("fern-and-fable", "logo-light.svg", 202, 40), dark: image("fern-and-fable", "logo-dark.svg", 202, 40) },
  icon: image("fern-and-fable", "icon.svg", 64, 64),
  colors: { brand: "#1f5c46", accent: "#b4623f", background: "#f6f5f0" },
  radius: 14,
  font: "fraunces",
  layout: "classic",
  mode: "auto",
  headerLinks: [
    { label: "Shop", url: "https://fernandfable.example/shop" },
    { label: "Returns", url: "https://fernandfable.example/returns" },
    { label: "Help", url: "https://fernandfable.example/help" },
  ],
  support: {
    email: "hello@fernandfable.example",
    phone: "+1 555 0100",
    hours: "Monday to Friday, 9 am to 5 pm Central",
    url: "https://fernandfable.example/help",
  },
  socialLinks: [{ label: "Letters from the workshop", url: "https://fernandfable.example/letters" }],
  promo: {
    heading: "Paper for the long evenings",
    text: "The autumn notebooks are bound and waiting: moss, rust and oat, with pages that take ink well.",
    image: image("fern-and-fable", "promo.svg", 640, 360),
    imageAlt: "Three notebooks in rust, green and cream leaning on each other, a pencil in front of them",
    link: { label: "See the autumn notebooks", url: "https://fernandfable.example/autumn" },
  },
  footerText: "Fern & Fable, bound by hand in small batches.",
  legalLinks: [
    { label: "Privacy", url: "https://fernandfable.example/privacy" },
    { label: "Terms", url: "https://fernandfable.example/terms" },
  ],
};

/** E-bikes: dark, electric lime, square corners, and the map in the band. */
const voltline: BrandInput = {
  version: 1,
  name: "Voltline",
  homeUrl: "https://voltline.example/",
  logo: { light: image("voltline", "logo-light.svg", 155, 40), dark: image("voltline", "logo-dark.svg", 155, 40) },
  icon: image("voltline", "icon.svg", 64, 64),
  colors: { brand: "#c8ff2e", background: "#0e100b" },
  radius: 4,
  font: "space-grotesk",
  layout: "banner",
  mode: "dark",
  headerLinks: [
    { label: "Bikes", url: "https://voltline.example/bikes" },
    { label: "Parts", url: "https://voltline.example/parts" },
    { label: "Service", url: "https://voltline.example/service" },
  ],
  support: {
    email: "crew@voltline.example",
    phone: "+49 30 5550 0123",
    hours: "Every day, 8:00–20:00 CET",
    url: "https://voltline.example/service",
  },
  socialLinks: [
    { label: "Ride with us", url: "https://voltline.example/rides" },
    { label: "Build videos", url: "https://voltline.example/videos" },
  ],
  promo: {
    heading: "First ride on us",
    text: "Your bike arrives 90 % built. Book a free check-up with a workshop near you and roll out the same day.",
    image: image("voltline", "promo.svg", 640, 360),
    imageAlt: "An electric bike with a lime-green battery on a night road, a striped lime sun behind it",
    link: { label: "Book a check-up", url: "https://voltline.example/check-up" },
  },
  footerText: "Voltline Mobility. Keep the battery dry and charge it before the first ride.",
  legalLinks: [
    { label: "Imprint", url: "https://voltline.example/imprint" },
    { label: "Privacy", url: "https://voltline.example/privacy" },
    { label: "Battery take-back", url: "https://voltline.example/batteries" },
  ],
  defaultLanguage: "en",
  allowedLanguages: ["en", "de"],
  showPoweredBy: false,
};

/** Breakfast by post: a yellow no white text can be read on, round everything, words of its own; it bakes where it likes and does not show where. */
const sunnySide: BrandInput = {
  version: 1,
  name: "Sunny Side",
  homeUrl: "https://sunnyside.example/",
  logo: { light: image("sunny-side", "logo-light.svg", 186, 40), dark: image("sunny-side", "logo-dark.svg", 186, 40) },
  icon: image("sunny-side", "icon.svg", 64, 64),
  colors: { brand: "#ffd400", accent: "#e4572e", background: "#fffaf0" },
  radius: 24,
  font: "nunito",
  layout: "minimal",
  mode: "auto",
  headerLinks: [
    { label: "Granola", url: "https://sunnyside.example/granola" },
    { label: "Egg cups", url: "https://sunnyside.example/egg-cups" },
  ],
  support: {
    email: "goodmorning@sunnyside.example",
    phone: "+44 20 7946 0123",
    hours: "Every morning, 6 am to noon UK time",
  },
  promo: {
    heading: "Sunday breakfast, sorted",
    text: "Pancake mix, lemon curd and a very good egg timer in one box. Order by Thursday, flip on Sunday.",
    image: image("sunny-side", "promo.svg", 640, 360),
    imageAlt: "A breakfast table in the sun: a mug of coffee, a fried egg on a plate, buttered toast",
    link: { label: "Get the Sunday box", url: "https://sunnyside.example/sunday-box" },
  },
  footerText: "Sunny Side. Packed before the sun is up.",
  legalLinks: [{ label: "Privacy", url: "https://sunnyside.example/privacy" }],
  hideOrigin: true,
  wording: {
    en: { out_for_delivery: "Breakfast is on its way to you" },
    de: { out_for_delivery: "Das Frühstück ist auf dem Weg zu Ihnen" },
  },
};

/** Three shops that share nothing but this software. */
export const DEMO_BRANDS: readonly DemoBrand[] = [
  { slug: "fern-and-fable", hosts: [], isDefault: true, brand: fernAndFable },
  { slug: "voltline", hosts: [], isDefault: false, brand: voltline },
  { slug: "sunny-side", hosts: [], isDefault: false, brand: sunnySide },
];
