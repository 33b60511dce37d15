import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENGLISH as say } from '../../../src/core/locales/english.js';
import { fitsMessage } from '../../../src/discord/message/limits.js';
import { fitReport } from '../../../src/discord/message/view.js';

const FOOTER = '-# 3f2a91c → 9d0e11b';
const fit = (lines: readonly string[]) => fitReport(say, lines, FOOTER, 'report.txt');

describe('fitReport', () => {
  it('shows few lines whole, escaped', () => {
    expect(fit(['Reloaded.', '• a_b_c'])).toEqual({ texts: ['Reloaded.\n• a\\_b\\_c', FOOTER], rows: [] });
  });

  it('shows as many lines as fit, says how many more there are, and has all of them in a file', () => {
    const line = fc.string({ unit: fc.constantFrom('a', '_', ' ', 'ŋ', '*'), minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 300, maxLength: 900 }), (lines) => {
        const { texts, files = [] } = fit(lines);
        expect(fitsMessage(texts)).toBe(true);
        if (files.length === 0) return;
        const [shown = '', rest] = texts;
        const count = shown.split('\n').length;
        expect(rest).toBe(say.restInFile(lines.length - count));
        const more = fit(lines.slice(0, count + 1)).texts[0] ?? '';
        expect(fitsMessage([more, say.restInFile(lines.length - count - 1), FOOTER])).toBe(false);
        expect(files[0]?.attachment).toEqual(Buffer.from(lines.join('\n')));
      }),
      { numRuns: 20 },
    );
  });

  it('has a line in the file that is too long for a message', () => {
    const { texts, files = [] } = fit(['a'.repeat(5_000), 'b']);
    expect(texts).toEqual([say.restInFile(2), FOOTER]);
    expect(files).toHaveLength(1);
  });
});
