"use client";

import { useState } from "react";
import type { ConsoleAction } from "#lib/shared/action-answer.ts";
import { NEWS_TOPICS, type NewsTopic } from "#lib/tracking/news-topic.ts";
import { ActionForm, FormField } from "../ui/action-form.island.tsx";
import { Checkbox, EmailInput, Switch, TextInput } from "../ui/inputs.tsx";
import { useToast } from "../ui/toast.island.tsx";
import { TOPIC_WORDS } from "./topic-words.ts";

interface Settings {
  isOn: boolean;
  topics: NewsTopic[];
  /** Empty for the installation's own. */
  fromAddress: string;
  replyTo: string;
  /** As `21:30`. */
  quiet: { from: string; until: string } | null;
}

export type ChangeSettings = ConsoleAction<Settings>;

interface SettingsFormProps {
  action: ChangeSettings;
  merchant: string;
  settings: Settings;
  /** What the quiet hours are when they are switched on. */
  usualQuiet: { from: string; until: string };
  /** Who writes where no address is given; to whom answers go. */
  ownAddress: string;
  supportEmail: string | null;
  provenDomains: readonly string[];
}

export function SettingsForm({ action, merchant, settings, usualQuiet, ...senders }: SettingsFormProps) {
  const showToast = useToast();
  return (
    <ActionForm
      action={action}
      merchant={merchant}
      toInput={readSettings}
      submitLabel="Save"
      onDone={() => showToast("Saved. Messages that wait go by it as well.")}
    >
      <div className="grid gap-8 lg:grid-cols-2">
        <div className="grid content-start gap-5">
          <Switch
            name="isOn"
            label="Shoppers can ask for news"
            hint="Off, your pages offer no news, and nothing that waits is sent."
            defaultChecked={settings.isOn}
          />
          <Topics chosen={settings.topics} />
        </div>
        <div className="grid content-start gap-5">
          <Addresses settings={settings} {...senders} />
          <QuietHours quiet={settings.quiet} usual={usualQuiet} />
        </div>
      </div>
    </ActionForm>
  );
}

function Topics({ chosen }: { chosen: readonly NewsTopic[] }) {
  return (
    <fieldset className="grid gap-2.5">
      <legend className="mb-1 font-medium">What they can choose from</legend>
      {NEWS_TOPICS.map((topic) => (
        <Checkbox
          key={topic}
          name="topics"
          value={topic}
          label={TOPIC_WORDS[topic].label}
          hint={TOPIC_WORDS[topic].hint}
          defaultChecked={chosen.includes(topic)}
        />
      ))}
    </fieldset>
  );
}

type AddressesProps = Pick<SettingsFormProps, "settings" | "ownAddress" | "supportEmail" | "provenDomains">;

function Addresses({ settings, ownAddress, supportEmail, provenDomains }: AddressesProps) {
  const [example] = provenDomains;
  return (
    <>
      <FormField
        name="fromAddress"
        label="Mails come from"
        isOptional
        hint={
          example === undefined
            ? `Prove a domain below to write from an address of your own. Until then mails come from ${ownAddress}, in your shop's name.`
            : `An address at ${provenDomains.join(" or ")}. Left empty, mails come from ${ownAddress}, in your shop's name.`
        }
      >
        {(control) => <EmailInput {...control} defaultValue={settings.fromAddress} placeholder={example && `parcels@${example}`} />}
      </FormField>
      <FormField
        name="replyTo"
        label="Answers go to"
        isOptional
        hint={supportEmail === null ? "Left empty, answers go to the sender." : `Left empty, to your support: ${supportEmail}.`}
      >
        {(control) => <EmailInput {...control} defaultValue={settings.replyTo} placeholder={supportEmail ?? undefined} />}
      </FormField>
    </>
  );
}

function QuietHours({ quiet, usual }: { quiet: Settings["quiet"]; usual: SettingsFormProps["usualQuiet"] }) {
  const [isQuiet, setQuiet] = useState(quiet !== null);
  const { from, until } = quiet ?? usual;
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-medium">Quiet hours</legend>
      <Switch
        name="isQuiet"
        label="Send nothing at night"
        hint="Where the shopper is. What happens meanwhile is told in the morning, in one message."
        checked={isQuiet}
        onChange={(event) => setQuiet(event.currentTarget.checked)}
      />
      {isQuiet && (
        <div className="grid grid-cols-2 gap-4">
          <FormField name="quiet.from" label="From">
            {(control) => <TextInput {...control} type="time" required defaultValue={from} />}
          </FormField>
          <FormField name="quiet.until" label="Until">
            {(control) => <TextInput {...control} type="time" required defaultValue={until} />}
          </FormField>
        </div>
      )}
    </fieldset>
  );
}

function readSettings(data: FormData): Settings {
  const text = (name: string) => String(data.get(name) ?? "").trim();
  return {
    isOn: data.has("isOn"),
    topics: NEWS_TOPICS.filter((topic) => data.getAll("topics").includes(topic)),
    fromAddress: text("fromAddress"),
    replyTo: text("replyTo"),
    quiet: data.has("isQuiet") ? { from: text("quiet.from"), until: text("quiet.until") } : null,
  };
}
