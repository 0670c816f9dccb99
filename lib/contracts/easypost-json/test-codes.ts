/** EasyPost's test tracking codes; each stands for one status. No other code is valid in test mode, and none of these outside of it. */
export const EASYPOST_TEST_CODES: readonly string[] = Array.from({ length: 7 }, (_, index) => `EZ${index + 1}00000000${index + 1}`);

/** EasyPost's own sentence for any other code in test mode. */
export const TEST_CODES_ONLY =
  "In test mode, only test tracking numbers are valid. Test tracking numbers are EZ1000000001, EZ2000000002, ... , EZ7000000007";
