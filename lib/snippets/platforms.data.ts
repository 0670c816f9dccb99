import type { Platform } from "./platform.ts";

const NO_WRAPPER = { open: "", close: "" };

const SHOPIFY_IF = {
  open: "{% if fulfillment.tracking_number != blank and fulfillment.tracking_company != blank %}\n",
  close: "\n{% endif %}",
};
const KLAVIYO_IF = { open: "{% if event.extra.fulfillments.0.tracking_number %}\n", close: "\n{% endif %}" };
const MAILCHIMP_IF = { open: "*|IF:TRACKNO|*\n", close: "\n*|END:IF|*" };

/** A hook of WooCommerce's, for the mails' HTML or their plain part: a mail is one of the two. */
const wooHook = (skips: string) => ({
  open: `add_action( 'woocommerce_email_order_details', function ( $order, $sent_to_admin, $plain_text ) {
	if ( $sent_to_admin || ${skips} ) {
		return;
	}
	foreach ( (array) $order->get_meta( '_wc_shipment_tracking_items' ) as $parcel ) {
		$number  = is_array( $parcel ) ? ( $parcel['tracking_number'] ?? '' ) : '';
		$carrier = is_array( $parcel ) ? ( ( $parcel['custom_tracking_provider'] ?? '' ) ?: ( $parcel['tracking_provider'] ?? '' ) ) : '';
		if ( '' === $number || '' === $carrier ) {
			continue;
		}
		?>

`,
  close: `
		<?php
	}
}, 5, 3 );`,
});

/** The tools we know, the generic one last. */
export const PLATFORMS: readonly [Platform, ...Platform[]] = [
  {
    slug: "shopify",
    name: "Shopify",
    language: "Liquid",
    source: "The carrier and number of the fulfilment.",
    carrier: "{{ fulfillment.tracking_company | url_encode | replace: '+', '%20' }}",
    number: "{{ fulfillment.tracking_number | url_encode | replace: '+', '%20' }}",
    privateLink: {
      placeholder: "{{ fulfillment.tracking_url | escape }}",
      source: "Whoever makes the fulfilment enters the parcel's public_url as its tracking URL.",
    },
    json: { carrier: "{{ fulfillment.tracking_company | json }}", number: "{{ fulfillment.tracking_number | json }}" },
    html: SHOPIFY_IF,
    text: SHOPIFY_IF,
    steps: [
      "Open Settings, Notifications, Customer notifications, then Shipping confirmation, and edit its code.",
      "Paste the HTML where the mail speaks of tracking, in the place of Shopify's own button and number.",
      "Do the same in Shipping update, Out for delivery and Delivered.",
      "Preview, save, and send yourself a test. Then fulfil a real order of your own and open its mail.",
    ],
    notes: [
      "A fulfilment with several numbers shows the first one's parcel.",
      "Choose the carrier from Shopify's list. With Other, enter a name that Waymark knows, or its slug.",
    ],
    carrierNames: {
      USPS: "usps",
      UPS: "ups",
      FedEx: "fedex",
      "DHL Express": "dhl_express",
      "DHL eCommerce": "dhl_ecommerce",
      "Canada Post": "canada_post",
      "Royal Mail": "royal_mail",
      Evri: "evri",
      "DPD UK": "dpd_uk",
      "Deutsche Post": "deutsche_post",
      Colissimo: "colissimo",
      PostNL: "postnl",
      "Australia Post": "australia_post",
      "GLS (US)": "gls_us",
      Zásilkovna: "packeta",
      "Österreichische Post": "austrian_post",
    },
  },
  {
    slug: "woocommerce",
    name: "WooCommerce",
    language: "PHP",
    source: "The parcels that Shipment Tracking, or Advanced Shipment Tracking, keeps with the order.",
    carrier: "<?php echo rawurlencode( $carrier ); ?>",
    number: "<?php echo rawurlencode( $number ); ?>",
    privateLink: {
      placeholder: "<?php echo esc_url( $order->get_meta( 'tracking_page' ) ); ?>",
      source: "Keep the parcel's public_url with the order, in a custom field named tracking_page.",
    },
    json: {
      carrier: "<?php echo wp_json_encode( $carrier, JSON_HEX_TAG ); ?>",
      number: "<?php echo wp_json_encode( $number, JSON_HEX_TAG ); ?>",
    },
    html: wooHook("$plain_text"),
    text: wooHook("! $plain_text"),
    steps: [
      "Paste the code into a small plugin of your own, or at the end of your child theme's functions.php.",
      "Ship an order of your own: enter its carrier and number under Shipment Tracking, then complete it.",
      "Open the mail. It stands before the order's table, once for each parcel.",
    ],
    notes: [
      "Orders without a number have the mails they always had.",
      "Tracking kept by another plugin has another key than _wc_shipment_tracking_items: change that line.",
    ],
    carrierNames: {
      usps: "usps",
      ups: "ups",
      fedex: "fedex",
      dhl: "dhl_express",
      dpd: "dpd",
      "dpd-uk": "dpd_uk",
      "royal-mail": "royal_mail",
      "canada-post": "canada_post",
      "australia-post": "australia_post",
      "Česká pošta": "ceska_posta",
    },
  },
  {
    slug: "klaviyo",
    name: "Klaviyo",
    language: "Django templates",
    source: "The first fulfilment of Shopify's event Fulfilled Order.",
    carrier: "{{ event.extra.fulfillments.0.tracking_company|urlencode }}",
    number: "{{ event.extra.fulfillments.0.tracking_number|urlencode }}",
    privateLink: {
      placeholder: "{{ event.extra.fulfillments.0.tracking_url }}",
      source: "Enter the parcel's public_url as the fulfilment's tracking URL; Klaviyo gets it with the event.",
    },
    json: null,
    html: KLAVIYO_IF,
    text: KLAVIYO_IF,
    steps: [
      "Open the flow that Fulfilled Order starts, and the mail in it.",
      "Drag in an HTML block and paste the HTML. Paste the text into the mail's plain version.",
      "Preview with an event of an order that has a number, and send yourself that preview.",
    ],
    notes: [
      "An event's data is in mails of the flow it started, and in no campaign.",
      "An event of another source names its fields otherwise: copy their paths from the preview.",
    ],
    carrierNames: {
      USPS: "usps",
      UPS: "ups",
      FedEx: "fedex",
      "DHL Express": "dhl_express",
      "Canada Post": "canada_post",
      "Royal Mail": "royal_mail",
    },
  },
  {
    slug: "mailchimp",
    name: "Mailchimp",
    language: "merge tags",
    source: "Two audience fields of yours, CARRIER and TRACKNO, written when a parcel leaves.",
    carrier: "*|CARRIER|*",
    number: "*|TRACKNO|*",
    privateLink: {
      placeholder: "*|TRACKPAGE|*",
      source: "A third field, TRACKPAGE, holds the parcel's public_url.",
    },
    json: null,
    html: MAILCHIMP_IF,
    text: MAILCHIMP_IF,
    steps: [
      "In the audience's settings, under fields and merge tags, add the text fields CARRIER and TRACKNO.",
      "Write both for a contact when their parcel leaves: by Mailchimp's API, an automation tool, or an import.",
      "Add a code block to the mail and paste the HTML. Paste the text into the plain-text version.",
      "Preview with live data of a contact that has a number.",
    ],
    notes: [
      "Merge tags encode nothing: write the carrier's slug, such as dhl_express.",
      "A contact has one value for each field: the parcel that left last.",
    ],
    carrierNames: { usps: "usps", ups: "ups", fedex: "fedex", dhl_express: "dhl_express", royal_mail: "royal_mail" },
  },
  {
    slug: "any",
    name: "Any other tool",
    language: "your placeholders",
    source: "Whatever your tool calls them: replace {{carrier}} and {{tracking_number}} by that.",
    carrier: "{{carrier}}",
    number: "{{tracking_number}}",
    privateLink: { placeholder: "{{tracking_page}}", source: "Keep the parcel's public_url where your tool can read it." },
    json: { carrier: '"{{carrier}}"', number: '"{{tracking_number}}"' },
    html: NO_WRAPPER,
    text: NO_WRAPPER,
    steps: [
      "Replace {{carrier}} and {{tracking_number}} by your tool's own placeholders.",
      "Paste the HTML where the mail speaks of tracking, and the text into its plain part.",
      "Send yourself a mail about a parcel that Waymark follows.",
    ],
    notes: ["A carrier's name needs percent-encoding, with %20 for a space; a slug such as dhl_express needs none."],
    carrierNames: { usps: "usps", dhl_express: "dhl_express", "DHL Express": "dhl_express" },
  },
];

export const PLATFORM_SLUGS = PLATFORMS.map(({ slug }) => slug);

export function findPlatform(slug: string): Platform | null {
  return PLATFORMS.find((platform) => platform.slug === slug) ?? null;
}
