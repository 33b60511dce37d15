/** What a printed explanation shows, in ten-thousandths. */
export interface ShownWhy {
  readonly score: number;
  readonly amounts: readonly number[];
}

/** Reads one explanation off a text. */
export function readWhy(text: string): ShownWhy {
  const score = /^ *\[\d+\] scored ([\d.]+):$/mu.exec(text)?.[1] ?? '';
  const amounts = [...text.matchAll(/^ +\d+ % +([\d.]+) {2}\S/gmu)].map(([, amount = '']) => toUnits(amount));
  return { score: toUnits(score), amounts };
}

function toUnits(shown: string): number {
  return Number(shown.replace('.', ''));
}
