import { hash32 } from './hash.js';

/** Terms of English verbs and adjectives of which one in place of another turns a report round. */
const VERDICTS = new Set(
  `
  uphold affirm confirm approv accept admit allow permit support back endors welcom praise pass adopt keep
  nullifi overturn annul quash dismiss reject deni refus ban block oppos condemn critic withdraw suspend
  win lose gain defeat beat rise fall increas decreas drop grow shrink double halv add cut raise lower
  appoint hire elect nomin fire sack remov resign impeach
  arrest charg convict jail free releas acquit clear guilti innoc
  legal illeg lawful unlaw constitut unconstitut valid invalid true fals
  open close start begin end stop continu join leav agre disagre sign
  `
    .trim()
    .split(/\s+/u)
    .map(hash32),
);

/** @param termHash - `hash32` of a term. */
export function isVerdict(termHash: number): boolean {
  return VERDICTS.has(termHash);
}
