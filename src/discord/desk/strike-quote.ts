import { ComponentType, type APIMessageTopLevelComponent } from 'discord.js';
import { articleIdOf } from '../../core/handle.js';
import { parsePress } from '../component-ids.js';
import { readAnswerMessage } from '../read-answer-message.js';

/**
 * The components of an answer with a note in the place of every quote from an article. Citations stay; the
 * buttons that would show those quotes again go.
 *
 * @param note - Markdown.
 * @returns `null` when nothing of the article is quoted there.
 */
export function strikeQuote(
  components: readonly APIMessageTopLevelComponent[],
  articleId: string,
  note: string,
): APIMessageTopLevelComponent[] | null {
  const shown = readAnswerMessage(components)?.shown ?? [];
  const numbers = shown.filter(({ handle }) => articleIdOf(handle) === articleId).map(({ number }) => number);
  if (numbers.length === 0) return null;
  return components.flatMap((component, i) => {
    // The first text is the question.
    if (component.type === ComponentType.TextDisplay && i > 0) {
      return { ...component, content: strikeText(component.content, numbers, note) };
    }
    if (component.type !== ComponentType.ActionRow) return component;
    const left = component.components.filter((child) => !isContextOf(child, articleId));
    return left.length === 0 ? [] : { ...component, components: left };
  });
}

/** What stands before a citation with one of the numbers is the quote. */
function strikeText(content: string, numbers: readonly number[], note: string): string {
  const [, number] = /^-# \[(\d+)\] /mu.exec(content) ?? [];
  if (number === undefined || !numbers.includes(Number(number))) return content;
  return `${note}\n${content.slice(content.search(/^-# \[\d+\] /mu))}`;
}

function isContextOf(child: object, articleId: string): boolean {
  const press =
    'custom_id' in child && typeof child.custom_id === 'string' ? parsePress(child.custom_id) : null;
  return press?.kind === 'context' && articleIdOf(press.handle) === articleId;
}
