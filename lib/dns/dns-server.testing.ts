import type { AddressInfo } from "node:net";
import dns2, { type DnsHandler, type Resource } from "dns2";
import { createDns } from "./create-dns.ts";
import type { Dns, DnsRecordType } from "./dns.ts";

const { Packet } = dns2;

/** What the world's name servers say: records by `TYPE name`, or how a name fails. */
export type Zone = Partial<Record<`${DnsRecordType} ${string}`, readonly string[]> & Record<`FAIL ${string}`, keyof typeof FAILURES>>;

const FAILURES = { servfail: Packet.RCODE.SERVFAIL, nxdomain: Packet.RCODE.NXDOMAIN, refused: Packet.RCODE.REFUSED, silent: null } as const;

export interface TestDnsServer {
  /** `127.0.0.1:<port>`, as the setting takes it. */
  address: string;
  /** Replaces everything the server knows. */
  tell(zone: Zone): void;
  /** Every question it was asked, as `TYPE name`. */
  questions: string[];
  close(): Promise<void>;
}

/** Waits long where an answer is sure to come, so that a busy machine changes nothing; `timeout` is for where none will. */
export function dnsAt({ address }: Pick<TestDnsServer, "address">, timeout = 20_000): Dns {
  return createDns({ dnsServers: [address] }, { timeout, tries: 1 });
}

/** A real name server on the loopback that knows what it is told. */
export async function startDnsServer(zone: Zone = {}): Promise<TestDnsServer> {
  let known = zone;
  const questions: string[] = [];
  const handle: DnsHandler = (request, send) => {
    const response = Packet.createResponseFromRequest(request);
    const [question] = request.questions;
    const type = typeNames.get(question?.type ?? 0);
    if (!question || !type) return void send(response);
    const name = question.name.toLowerCase();
    questions.push(`${type} ${name}`);
    const failure = known[`FAIL ${name}`];
    if (failure === "silent") return;
    if (failure) response.header.rcode = FAILURES[failure];
    else
      response.answers.push(
        ...(known[`${type} ${name}`] ?? []).map((value) => new Packet.Resource({ name, class: 1, ttl: 300, ...DATA[type](value) })),
      );
    send(response);
  };
  const server = dns2.createServer({ udp: true, handle });
  await server.listen({ udp: { port: 0, address: "127.0.0.1" } });
  const { port } = server.addresses().udp as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    tell: (next) => {
      known = next;
    },
    questions,
    close: async () => void (await server.close()),
  };
}

const { TXT, CNAME, A, AAAA } = Packet.TYPE;
const typeNames = new Map<number, DnsRecordType>([
  [TXT, "TXT"],
  [CNAME, "CNAME"],
  [A, "A"],
  [AAAA, "AAAA"],
]);

const DATA: Readonly<Record<DnsRecordType, (value: string) => Partial<Resource>>> = {
  // A character string of DNS holds 255 bytes; longer texts come in parts.
  TXT: (value) => ({ type: TXT, data: value.match(/.{1,200}/gs) ?? [""] }),
  CNAME: (value) => ({ type: CNAME, domain: value }),
  A: (value) => ({ type: A, address: value }),
  AAAA: (value) => ({ type: AAAA, address: value }),
};
