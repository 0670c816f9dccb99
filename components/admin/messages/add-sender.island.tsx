"use client";

import { type AddDomain, AddDomainForm } from "../domains/add-domain.island.tsx";
import { Dialog } from "../ui/dialog.island.tsx";

const ADDRESSES = {
  label: "Domain of your addresses",
  hint: "What stands behind the @, such as your-shop.com.",
  example: "your-shop.com",
};

export function AddSenderDialog(props: { action: AddDomain; merchant: string }) {
  return (
    <Dialog
      title="Write from your own domain"
      description="We make a key for it. You publish that key in the domain's DNS, which shows receivers that our mails are yours."
      trigger={{ label: "Add a domain", icon: "plus" }}
    >
      {(close) => <AddDomainForm {...props} field={ADDRESSES} onDone={close} />}
    </Dialog>
  );
}
