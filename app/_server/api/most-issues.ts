/** Nobody mends more at a time, and a body of nothing but faults would be answered by one many times its length. */
export const MOST_ISSUES = 50;
