const whole = new Intl.NumberFormat("en-GB");
const share = new Intl.NumberFormat("en-GB", { style: "percent", maximumFractionDigits: 1 });

/** "12,345" */
export const numberText = (value: number): string => whole.format(value);

/** "98.2%"; less than everything never reads as 100%. */
export const shareText = (value: number): string => share.format(value < 1 ? Math.min(value, 0.999) : value);
