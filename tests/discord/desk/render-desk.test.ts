import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftPreview } from '../../../src/core/model/desk.js';
import { ENGLISH } from '../../../src/core/locales/english.js';
import { sentencesIn } from '../../../src/core/locales/sentences.js';
import { SWAHILI } from '../../../src/core/locales/swahili.js';
import { makeDetailsForm, makePasteForm, writeFacts } from '../../../src/discord/desk/addition-forms.js';
import { renderAddition } from '../../../src/discord/desk/addition.js';
import { renderAuditEntry } from '../../../src/discord/desk/audit.js';
import { renderOutcome } from '../../../src/discord/desk/change.js';
import { makeEditForm } from '../../../src/discord/desk/edit.js';
import { renderList } from '../../../src/discord/desk/lists.js';
import { SUBCOMMANDS } from '../../../src/discord/desk/subcommands.js';
import { renderWithdrawal } from '../../../src/discord/desk/withdraw.js';
import { fitsMessage } from '../../../src/discord/message/limits.js';
import { toComponents } from '../../../src/discord/message/view.js';
import { anyArticles } from '../../support/arbitrary-article.js';
import { listArticles, loadArticles } from '../../support/fake-corpus.js';

const DRAFT_ID = '0123456789abcdef';
const LANGUAGES = fc.constantFrom(...(['en', 'sw'] as const));

describe('what moderators read', () => {
  it('keeps within the limits of a message: an article before it is added', () => {
    fc.assert(
      fc.property(anyArticles, LANGUAGES, fc.boolean(), ([source, ...others], language, mayAdd) => {
        if (!source) return;
        const { article, text, passages } = source;
        const preview: DraftPreview = {
          article,
          change: { file: `${article.id}.md`, text },
          passages: passages.map(({ start, end }) => text.slice(start, end)),
          duplicates: others.map((other) => ({ article: other.article, why: 'same-text', likeness: 0.9 })),
        };
        const parts = { heading: 'x'.repeat(1500), draftId: mayAdd ? DRAFT_ID : null, mayAdd };
        const view = renderAddition(sentencesIn(language), preview, parts);
        expect(fitsMessage(view.texts)).toBe(true);
        expect(toComponents(view).length).toBeLessThanOrEqual(40);
        for (const input of makeFormValues(source.article))
          expect(input.value.length).toBeLessThanOrEqual(input.most);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps within the limits of a message: what a change did, and the answers that it concerns', () => {
    fc.assert(
      fc.property(anyArticles, LANGUAGES, fc.nat(30), (sources, language, count) => {
        const { corpus } = loadArticles(...sources);
        const changed = listArticles(corpus);
        const report = {
          before: corpus.summary,
          after: corpus.summary,
          difference: {
            added: changed,
            changed,
            removed: changed,
            withdrawn: [],
            restored: [],
            glossaryChanged: true,
          },
          problems: [],
          pins: null,
          missing: changed,
        };
        const say = sentencesIn(language);
        const answers = Array.from({ length: count }, (_, i) => ({
          messageId: `12345678901234567${i}`,
          channelId: '1'.repeat(20),
          guildId: '2'.repeat(20),
          askerId: '3',
          question: 'Who?',
          handles: [],
          revision: 'abcdef0',
          at: 0,
        }));
        const outcome = { kind: 'applied', report, isRecorded: false } as const;
        expect(fitsMessage(renderOutcome(say, outcome, { action: 'add', mode: 'careful' }).texts)).toBe(true);
        expect(fitsMessage(renderWithdrawal(say, outcome, answers, DRAFT_ID).texts)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('reaches every entry of a list by More', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 1500 }), { maxLength: 25 }), (texts) => {
        const entries = texts.map((text, i) => `entry ${i} ${text.replace(/\s/gu, ' ')}`);
        const seen: string[] = [];
        for (let offset = 0; offset < entries.length;) {
          const view = renderList(ENGLISH, 'log', { heading: 'Log', entries }, offset);
          expect(fitsMessage(view.texts)).toBe(true);
          const page = view.texts[1]?.split('\n') ?? [];
          seen.push(...page);
          offset += page.length;
        }
        expect(seen).toEqual(entries);
      }),
      { numRuns: 50 },
    );
  });

  it('starts a list anew that has become shorter', () => {
    const { texts } = renderList(ENGLISH, 'pins', { heading: 'Pins', entries: ['one'] }, 10);
    expect(texts).toEqual(['**Pins**', 'one']);
  });

  it('pings nobody and marks up nothing in an audit entry', () => {
    const entry = {
      at: 1_700_000_000_000,
      by: null,
      action: 'withdraw',
      subject: 'news/a_b',
      note: '@everyone\n# *false*',
      from: 'abcdef0',
      to: '1234567',
    } as const;
    expect(renderAuditEntry(ENGLISH, entry)).toBe(
      [
        '**Article withdrawn** · news/a\\_b · the bot itself · <t:1700000000:f>',
        '\\@everyone # \\*false\\*',
        '-# Corpus abcdef0 → 1234567',
      ].join('\n'),
    );
  });
});

describe.each([
  ['English', ENGLISH],
  ['Swahili', SWAHILI],
])('the forms in %s', (_name, say) => {
  const NO_FACTS = writeFacts({ title: null, outlet: null, published: null, url: null, caution: null });
  const forms = [
    makePasteForm(say),
    makeDetailsForm(say, DRAFT_ID, NO_FACTS),
    makeEditForm(say, 'a'.repeat(60), 'title: Rain'),
  ].map((form) => form?.toJSON());

  it('keep within the limits of a form', () => {
    for (const form of forms) {
      expect(form?.title.length).toBeLessThanOrEqual(45);
      expect(form?.custom_id.length).toBeLessThanOrEqual(100);
      for (const part of form?.components ?? []) {
        if (!('label' in part)) throw new Error('every field has a label');
        expect(part.label.length).toBeLessThanOrEqual(45);
        expect(part.description?.length ?? 0).toBeLessThanOrEqual(100);
      }
    }
  });

  it('help with every subcommand', () => {
    expect(Object.keys(say.commandHelp).sort()).toEqual(SUBCOMMANDS.map(({ data }) => data.name).sort());
  });
});

/** The values that the form of details shows, and how long each may be. */
function makeFormValues(article: Parameters<typeof writeFacts>[0]): { value: string; most: number }[] {
  return makeDetailsForm(ENGLISH, DRAFT_ID, writeFacts(article))
    .toJSON()
    .components.flatMap((part) => {
      if (!('component' in part) || !('max_length' in part.component)) return [];
      const { value = '', max_length: most = 0 } = part.component;
      return [{ value, most }];
    });
}
