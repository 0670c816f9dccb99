import { addMember } from "#lib/accounts/add-member.ts";
import { changeRole } from "#lib/accounts/change-role.ts";
import { createUser } from "#lib/accounts/create-user.ts";
import { deleteUser } from "#lib/accounts/delete-user.ts";
import { findUser, type User } from "#lib/accounts/find-user.ts";
import { listUsers } from "#lib/accounts/list-users.ts";
import { makeResetUrl } from "#lib/accounts/make-reset-url.ts";
import { removeMember } from "#lib/accounts/remove-member.ts";
import type { Runtime } from "#lib/runtime/runtime.ts";
import { describeIssue } from "#lib/shared/issue.ts";
import { ROLES, type Role } from "#lib/shared/role.ts";
import { type Action, findAction, runAction } from "../action.ts";
import type { Command, CommandArguments, Terminal } from "../command.ts";
import { readMerchantOption } from "../merchant-option.ts";

const PASSWORD_VARIABLE = "USER_PASSWORD";

export const userCommand: Command = {
  usage: "user add <email> --role <role> [--name <text>] [--merchant <slug>] | user list | user role|remove|reset <email> [options]",
  description: [
    "Who may open which merchant's console.",
    "",
    "add     Makes an account and a member of it. The password is a line of standard input, or stands in USER_PASSWORD.",
    "        Somebody who has an account already keeps their password, and becomes a member of this merchant too.",
    "list    Lists the accounts and where they are members.",
    "role    Changes what a member may do.",
    "remove  Ends a membership; without --merchant, deletes the account.",
    "reset   Prints a link that lets its holder choose a new password, once, within an hour.",
    "",
    `Roles: ${ROLES.join(", ")}.`,
  ].join("\n"),
  options: {
    merchant: { type: "string", description: "Of which merchant; the default one, if not given. remove deletes the account without it." },
    name: { type: "string", description: "What the person is called; the address before the @, if not given." },
    role: { type: "string", description: `${ROLES.join(", ")}.` },
  },
  run(args, terminal) {
    return runAction(findAction(ACTIONS, args) ?? `What about users? Usage: waymark ${userCommand.usage}`, args, terminal);
  },
};

const add: Action = async (runtime, args, terminal) => {
  const [, email] = args.positionals;
  if (email === undefined) return "Whom? Give an e-mail address.";
  const role = readRole(args);
  if (role === null) return `Which role? --role is one of ${ROLES.join(", ")}.`;
  const merchant = await readMerchantOption(runtime, args.options);
  if (typeof merchant === "string") return merchant;
  const user = (await findUser(runtime, email)) ?? (await makeUser(runtime, { email, name: args.options.name }, terminal));
  if (typeof user === "string") return user;
  if ((await addMember(runtime, { merchantId: merchant.id, userId: user.id, role })) === "already_member") {
    return `${user.email} is a member of ${merchant.slug} already. \`waymark user role\` changes the role.`;
  }
  terminal.out(`${user.email} is ${role} of ${merchant.slug}. Sign in at ${runtime.config.publicOrigin}/admin`);
  return null;
};

async function makeUser(
  runtime: Runtime,
  { email, name }: { email: string; name: string | boolean | undefined },
  terminal: Terminal,
): Promise<User | string> {
  const password = await readPassword(terminal);
  if (!password) return `The password is to stand in ${PASSWORD_VARIABLE}, or in a line of standard input, and there is neither.`;
  const outcome = await createUser(runtime, { email, name: typeof name === "string" ? name : (email.split("@")[0] ?? ""), password });
  switch (outcome.kind) {
    case "created":
      return (await findUser(runtime, email)) ?? "The account was deleted at the same moment.";
    case "email_taken":
      return `${email} has got an account at the same moment.`;
    case "invalid":
    case "weak_password":
      return ["The account was not made:", ...outcome.issues.map((issue) => `  ${describeIssue(issue)}`)].join("\n");
  }
}

async function readPassword({ environment, readInput }: Terminal): Promise<string | undefined> {
  return environment[PASSWORD_VARIABLE] || (await readInput?.())?.split(/\r?\n/)[0];
}

const list: Action = async (runtime, _args, terminal) => {
  for (const { email, name, memberships } of await listUsers(runtime)) {
    const places = memberships.map(({ merchantSlug, role }) => `${role} of ${merchantSlug}`).join(", ");
    terminal.out(`${email} ${JSON.stringify(name)}: ${places || "member of nothing"}`);
  }
  return null;
};

const role: Action = async (runtime, args, terminal) => {
  const newRole = readRole(args);
  if (newRole === null) return `Which role? --role is one of ${ROLES.join(", ")}.`;
  return onMember(runtime, args, async (user, merchant) => {
    const outcome = await changeRole(runtime, { merchantId: merchant.id, userId: user.id, role: newRole });
    if (outcome === "done") terminal.out(`${user.email} is ${newRole} of ${merchant.slug}.`);
    return outcome;
  });
};

const remove: Action = async (runtime, args, terminal) => {
  if (args.options.merchant === undefined) return deleteAccount(runtime, args, terminal);
  return onMember(runtime, args, async (user, merchant) => {
    const outcome = await removeMember(runtime, { merchantId: merchant.id, userId: user.id });
    if (outcome === "done") terminal.out(`${user.email} is no member of ${merchant.slug} any more.`);
    return outcome;
  });
};

async function deleteAccount(runtime: Runtime, { positionals: [, email] }: CommandArguments, terminal: Terminal): Promise<string | null> {
  const user = await readUser(runtime, email);
  if (typeof user === "string") return user;
  const outcome = await deleteUser(runtime, user.id);
  if (outcome.kind === "last_owner") return explainLastOwner(user.email, outcome.merchantSlug);
  terminal.out(`${user.email} is deleted.`);
  return null;
}

const reset: Action = async (runtime, { positionals: [, email] }, terminal) => {
  const user = await readUser(runtime, email);
  if (typeof user === "string") return user;
  terminal.out(await makeResetUrl(runtime, user.id));
  return null;
};

const ACTIONS = { add, list, role, remove, reset };

function readRole({ options }: CommandArguments): Role | null {
  return ROLES.find((known) => known === options.role) ?? null;
}

async function readUser(runtime: Runtime, email: string | undefined): Promise<User | string> {
  if (email === undefined) return "Whom? Give an e-mail address.";
  return (
    (await findUser(runtime, email)) ?? `Nobody has the address ${JSON.stringify(email)}. \`waymark user list\` shows who has an account.`
  );
}

/** Does something with a membership, and says why where it could not be done. */
async function onMember(
  runtime: Runtime,
  { positionals: [, email], options }: CommandArguments,
  change: (user: User, merchant: { id: `mrc_${string}`; slug: string }) => Promise<"done" | "not_found" | "last_owner">,
): Promise<string | null> {
  const user = await readUser(runtime, email);
  if (typeof user === "string") return user;
  const merchant = await readMerchantOption(runtime, options);
  if (typeof merchant === "string") return merchant;
  switch (await change(user, merchant)) {
    case "done":
      return null;
    case "not_found":
      return `${user.email} is no member of ${merchant.slug}.`;
    case "last_owner":
      return explainLastOwner(user.email, merchant.slug);
  }
}

const explainLastOwner = (email: string, slug: string) => `${email} is the last owner of ${slug}. Make somebody else an owner first.`;
