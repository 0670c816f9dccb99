import { clearCandidate, detectCarrier } from "#lib/carriers/detect-carrier.ts";
import { readEmailAddress } from "#lib/contracts/email-address.ts";

/** What a column of a file may be, and what such columns are called in the wild. */
export const IMPORT_FIELDS = {
  trackingNumber: {
    label: "Tracking number",
    words: [
      "tracking number, tracking no, tracking nr, tracking num, tracking id, tracking code, tracking #, tracking, tracking numbers, tracking reference",
      "parcel number, package number, shipment number, consignment number, consignment, waybill, waybill number, awb, awb number, barcode, airway bill",
      "fulfillment tracking number, shipment tracking number, parcel id, package id, label number",
      "sendungsnummer, sendungsnr, paketnummer, trackingnummer, sendungsverfolgungsnummer, sendungscode, paketscheinnummer",
      "numéro de suivi, n° de suivi, no de suivi, num suivi, suivi, numéro de colis, code de suivi, numéro d'expédition",
      "número de seguimiento, nº de seguimiento, código de seguimiento, seguimiento, número de guía, guía, número de envío, localizador",
      "numero di tracciamento, codice di tracciamento, numero di tracking, codice tracking, tracciamento, numero spedizione, lettera di vettura",
      "código de rastreio, código de rastreamento, rastreio, número de rastreio, número de rastreamento",
      "zendingsnummer, track en trace, track & trace, track and trace, barcode zending, zending",
      "numer śledzenia, numer przesyłki, nr przesyłki, list przewozowy, numer listu przewozowego, číslo zásilky, sledovací číslo",
      "spårningsnummer, kollinummer, kolli id, sporingsnummer, pakkenummer, sändningsnummer, seurantakoodi, lähetystunnus",
      "追跡番号, 伝票番号, お問い合わせ番号, 送り状番号, 运单号, 快递单号, 物流单号, 跟踪号, 송장번호, 운송장번호",
    ],
  },
  carrier: {
    label: "Carrier",
    words: [
      "carrier, carrier name, carrier code, shipping carrier, courier, courier name, shipper, tracking company, shipping company, shipping provider, shipment carrier",
      "versanddienstleister, versender, paketdienst, versandunternehmen, spediteur, zusteller, versanddienst, transporteur, transporteur nom",
      "transportista, mensajería, empresa de transporte, corriere, vettore, transportadora, vervoerder, bezorger, przewoźnik, kurier, dopravce",
      "transportör, fraktbolag, fragtfirma, transportør, kuljetusyhtiö, 運送会社, 配送業者, 配送会社, 物流公司, 快递公司, 택배사",
    ],
  },
  orderNumber: {
    label: "Order number",
    words: [
      "order, order number, order no, order nr, order id, order name, order #, order reference, order ref, reference, sales order, po number, purchase order, shop order",
      "bestellnummer, bestellnr, bestellung, auftragsnummer, auftrags nr, auftrag, referenz, kundenreferenz",
      "numéro de commande, n° de commande, no commande, commande, référence commande",
      "número de pedido, nº de pedido, pedido, referencia, numero ordine, numero d'ordine, ordine, id ordine, número do pedido, id do pedido, encomenda",
      "bestelnummer, ordernummer, bestelling, numer zamówienia, nr zamówienia, zamówienie, číslo objednávky, ordrenummer, tilausnumero",
      "注文番号, ご注文番号, 订单号, 订单编号, 주문번호",
    ],
  },
  customerEmail: {
    label: "Shopper’s e-mail",
    words: [
      "email, mail, email address, customer email, buyer email, contact email, recipient email, shipping email, billing email",
      "e-mail-adresse, mailadresse, kunden e-mail, e-mail kunde, kundenmail, adresse e-mail, adresse mail, courriel, e-mail client",
      "correo, correo electrónico, email cliente, posta elettronica, indirizzo email, e-mail do cliente, e-mailadres, adres e-mail, epost, sähköposti",
      "メール, メールアドレス, 邮箱, 电子邮件, 이메일",
    ],
  },
  orderedAt: {
    label: "Ordered on",
    words: [
      "ordered at, ordered on, order date, date ordered, placed at, placed on, purchase date, created at, paid at, order created, order placed, date",
      "bestelldatum, bestellt am, auftragsdatum, kaufdatum, datum, date de commande, commandé le, fecha de pedido, fecha del pedido, fecha",
      "data ordine, data dell'ordine, data do pedido, besteldatum, data zamówienia, datum objednávky, orderdatum, ordredato, tilauspäivä",
      "注文日, 注文日時, 下单时间, 订单日期, 주문일",
    ],
  },
  itemTitle: {
    label: "Item",
    words: [
      "item, item name, item title, product, product name, product title, line item name, line item, title, description, article, goods",
      "artikel, artikelname, artikelbezeichnung, produkt, produktname, bezeichnung, article nom, nom du produit, désignation, produit, libellé",
      "artículo, producto, nombre del producto, descripción, articolo, prodotto, nome prodotto, descrizione, produto, nome do produto, item do pedido",
      "productnaam, omschrijving, nazwa produktu, produkt nazwa, název produktu, produktnamn, varenavn, tuote, 商品名, 品名, 商品名称, 상품명",
    ],
  },
  itemSku: {
    label: "Item’s SKU",
    words: [
      "sku, item sku, line item sku, product sku, variant sku, product code, item code, item number, article number, stock code, ean, gtin, upc",
      "artikelnummer, artikelnr, art nr, produktnummer, référence produit, référence article, réf, ref producto, código de producto, código do produto",
      "codice articolo, codice prodotto, artikelcode, kod produktu, varenummer, tuotekoodi, 商品コード, 品番, 商品编码, 상품코드",
    ],
  },
  itemQuantity: {
    label: "Item’s quantity",
    words: [
      "quantity, qty, item quantity, line item quantity, count, number of items, units, pieces, pcs",
      "menge, anzahl, stück, stückzahl, quantité, qté, cantidad, cant, unidades, quantità, qta, quantidade, qtd, aantal, ilość, szt, množství, antal, määrä",
      "数量, 個数, 수량",
    ],
  },
} as const satisfies Readonly<Record<string, { label: string; words: readonly string[] }>>;

export type ImportField = keyof typeof IMPORT_FIELDS;
/** Which column is which field, counted from 0; null where the file has none. */
export type ImportColumns = Readonly<Record<ImportField, number | null>>;

const FIELDS = Object.keys(IMPORT_FIELDS) as ImportField[];

const wordOf = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]/gu, "");

const fieldOf: ReadonlyMap<string, ImportField> = new Map(
  FIELDS.flatMap((field) => IMPORT_FIELDS[field].words.flatMap((line) => line.split(", ").map((word) => [wordOf(word), field] as const))),
);

/** What the columns are, by their names and, where these say nothing, by what stands in them. The first of several alike is taken. */
export function guessColumns(headers: readonly string[], samples: readonly (readonly string[])[]): ImportColumns {
  const named = headers.map((header) => fieldOf.get(wordOf(header)));
  const firstNamed = (field: ImportField) => {
    const index = named.indexOf(field);
    return index < 0 ? null : index;
  };
  const columns = Object.fromEntries(FIELDS.map((field) => [field, firstNamed(field)])) as Record<ImportField, number | null>;
  const firstThat = (matches: (cell: string) => boolean) => {
    const index = headers.findIndex((_, column) => named[column] === undefined && mostOf(samples, column, matches));
    return index < 0 ? null : index;
  };
  columns.trackingNumber ??= firstThat(looksLikeNumber);
  columns.customerEmail ??= firstThat((cell) => readEmailAddress(cell) !== null);
  return columns;
}

/** A table without a head begins with a parcel. */
export function isHeadless(firstRow: readonly string[]): boolean {
  return firstRow.some(looksLikeNumber) && !firstRow.some((cell) => fieldOf.has(wordOf(cell)));
}

function mostOf(samples: readonly (readonly string[])[], column: number, matches: (cell: string) => boolean): boolean {
  const cells = samples.map((row) => row[column]?.trim() ?? "").filter((cell) => cell !== "");
  return cells.length > 0 && cells.filter(matches).length * 2 > cells.length;
}

/** Dates and phone numbers have the length of some carrier's numbers, but of no format that one can be sure of. */
const SURE = 0.6;

function looksLikeNumber(cell: string): boolean {
  const candidate = cell.trim().length < 8 ? null : clearCandidate(detectCarrier(cell));
  return candidate !== null && candidate.confidence >= SURE;
}
