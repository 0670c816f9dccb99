import { Button } from "../../../ui/button.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useDesk } from "../desk.ts";
import { textAt, valueAt } from "../draft.ts";
import { PictureField } from "../fields/picture-field.tsx";
import { TextField } from "../fields/text-field.tsx";
import { whyNotShown } from "./promo-timing.ts";

const EMPTY_PROMO = { heading: null, text: "", image: null, imageAlt: "", link: null, fromOn: null, untilOn: null };

/** A promotion is there or not: without one, nothing of it is asked for. */
export function Promo({ today }: { today: string }) {
  const { draft, choose } = useDesk();
  if (valueAt(draft, "promo") == null) {
    return (
      <Button icon="plus" size="small" className="justify-self-start" onClick={() => choose("promo", EMPTY_PROMO)}>
        Add a promotion
      </Button>
    );
  }
  const timing = whyNotShown(textAt(draft, "promo.fromOn"), textAt(draft, "promo.untilOn"), today);
  return (
    <>
      {timing && <Notice tone="info">{timing}</Notice>}
      <TextField path="promo.heading" />
      <TextField path="promo.text" />
      <PictureField path="promo.image" purpose="promo" on="light" />
      <TextField path="promo.imageAlt" />
      <TextField path="promo.link.label" />
      <TextField path="promo.link.url" />
      <div className="grid gap-1.5">
        <div className="grid grid-cols-2 gap-3">
          <TextField path="promo.fromOn" />
          <TextField path="promo.untilOn" />
        </div>
        <p className="text-muted text-sm">
          Shown from the start of the first day to the end of the last, UTC. Empty: at once, and until you take it off.
        </p>
      </div>
      <Button icon="trash" variant="danger" size="small" className="justify-self-start" onClick={() => choose("promo", null)}>
        Remove the promotion
      </Button>
    </>
  );
}
