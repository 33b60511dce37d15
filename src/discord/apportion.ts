/**
 * Whole numbers in proportion to parts, by the method of largest remainders: they add up to `total`, and
 * each is less than 1 away from its part's share.
 *
 * @param parts - Each 0 or more, one at least above 0; on a tie the earlier one is rounded up.
 * @param total - Whole, 0 or more.
 */
export function apportion(parts: readonly number[], total: number): number[] {
  const sum = parts.reduce((all, part) => all + part, 0);
  const exact = parts.map((part) => (part / sum) * total);
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((all, part) => all + part, 0);
  const remainder = (i: number): number => (exact[i] ?? 0) - (whole[i] ?? 0);
  const order = parts.map((_, i) => i).sort((a, b) => remainder(b) - remainder(a) || a - b);
  const raised = new Set(order.slice(0, left));
  return whole.map((part, i) => (raised.has(i) ? part + 1 : part));
}
