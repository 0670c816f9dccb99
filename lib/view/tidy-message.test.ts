import { describe, expect, it } from "vitest";
import { tidyMessage } from "./tidy-message.ts";

describe("a carrier's sentence", () => {
  it.each([
    ["ARRIVED AT USPS REGIONAL FACILITY", "Arrived at USPS regional facility"],
    ["DEPARTED FACILITY IN LAS VEGAS, NV", "Departed facility in Las Vegas, NV"],
    ["DELIVERED, PO BOX", "Delivered, PO box"],
    ["ZUGESTELLT", "Zugestellt"],
    ["Out for delivery", "Out for delivery"],
    ["FedEx has it", "FedEx has it"],
    ["  Delivered,\n in or at mailbox. ", "Delivered, in or at mailbox"],
    ["DHL", "DHL"],
    ["配達完了", "配達完了"],
  ])("%j reads %j", (given, read) => {
    expect(tidyMessage(given)).toBe(read);
  });
});
