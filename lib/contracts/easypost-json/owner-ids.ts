/** A merchant is EasyPost's user, and has one brand: the same id behind their prefixes. */
export function easypostUserId(merchantId: string): string {
  return `user_${bare(merchantId)}`;
}

export function easypostBrandId(merchantId: string): string {
  return `brd_${bare(merchantId)}`;
}

function bare(merchantId: string): string {
  return merchantId.slice(merchantId.indexOf("_") + 1);
}
