/**
 * Words that carriers build their sentences from and that name nobody. Decides two things: which sentences may stand on
 * the public page (see `publicMessage`), and which words of a SHOUTED sentence are plain words rather than names
 * (see `tidyMessage`). Given names that are also words (will, mark, grace, rose) stay out.
 */
export const PLAIN_WORDS: ReadonlySet<string> = new Set(
  `
  a about accepted access according action additional address advance advised after again agent agreed air airport all alternate amount
  along an and animal another articles any apartment appointment approved are area arranged arrival arrive arrived arriving as at attempt
  attempted available awaiting away
  back backyard bad bag bay be because been before behind being below beyond big bin border both box broker building bulk billing
  bundle business but by
  came can cancelled canceled cannot carport carrier cart center centre change changed check checked city clearance cleared completely charges cash
  clerk closed code collect collected collection come coming complete completed concierge condition conditions confirmation confirmed
  consignment contact contents control correct corrected correction could counter country courier created current custom
  customer customs cutoff
  damage damaged destroyed data date day days deck delay delayed deliver delivered deliverer deliveries delivering delivery depart departed delaying
  departure depot desk destination detail details did direct direction dispatch dispatched distribution dock document documents does dog door
  doorstep down driver drop dropped due during duties duty
  early electronic electronically en end entered entrance entry envelope error estimated evening event examination exception exist expected
  export express external
  facility failed failure fees final first flight for forward forwarded forwarding found foyer from front
  garage gate gated gateway general given goods ground guard
  had hand handed handling handover has have held help here hold holiday hour hours house household hub handled
  id identification if import importer in inbound incident inclement incomplete incorrect individual info information initiated inner
  inside inspection instruction instructions insufficient intended international into invalid is issue it item items its
  label last late later leasing leave leaving left letter line linehaul loaded loading lobby local located location locker locked logistics
  longer lost lot
  machine made mail mailbox mailman mailroom main maintenance make manifest manifested material may mechanical message missed missing missort must
  missorted moved moving
  natural near need needed needs neighbor neighborhood neighbour network new next no nobody normal not notice notification notified now number
  occurred of off office officer on one online only onto open operational or order origin original other our out outbound outdoor outside over
  owner
  package packages packing pallet paid parcel parcelshop park part partial partially partner patio payment pending period person phase pick picked pickup pre
  piece pieces place placed plane planned pm am po point porch port possession possible post postage postal premises prepared prepaid preparing present presented
  problem process processed processing progress prohibited proof proper provided provider
  railroad ready rear reattempt receive received receiver receiving reception receptionist recipient redelivery redirected reference refused region regional reach reached
  release released requested required requires reschedule rescheduled residence resolved retail return returned returning road route routed run
  safe seized scan scanned schedule scheduled screened screening sealed secure security see seller sender sent service services ship shipment shipped shipper severe
  shipping shop side signature slip slot soon sort sorted sorting station status steps still stop store street successful successfully suitable system
  take taken task tax taxes tendered terminal than that the their then there they third this through time to today tomorrow trailer train transfer transferred transit told
  transport transportation travel traveling travelling tried truck turned
  unable unavailable under undeliverable undelivered unit unload unloaded until up update updated uploaded us uk usa
  vacant vehicle vendor verified via visit
  wait waiting warehouse was we weather week weekend were when where which while with within without working would wrong
  yard yet you your zone
  monday tuesday wednesday thursday friday saturday sunday
  usps ups fedex dhl dpd gls tnt ontrac lasership evri hermes
  angekündigt auf bearbeitet das dem den der die durch elektronisch gebracht im ist nach paket paketzentrum sendung start und unterwegs von
  wird wurde ziel zugestellt zum zur zustellung
  `
    .trim()
    .split(/\s+/),
);
