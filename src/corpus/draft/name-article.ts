import type { DraftFacts } from '../../core/desk.js';
import { formatArticleId, MAX_ID_CHARS } from '../article-id.js';

/** Room for the date and a number that tells files of the same name apart. */
const MAX_SLUG_CHARS = MAX_ID_CHARS - '-2023-08-16'.length - '-999'.length;

/**
 * The name of a new article's file: the words of its headline and its date, whole words up to 60 characters.
 *
 * @param title - The headline, or the opening words where there is none.
 * @param isTaken - Whether an article or file has this id already.
 * @returns Without a folder and an extension; it is the article's id.
 */
export function nameArticle(
  title: string,
  { published }: Pick<DraftFacts, 'published'>,
  isTaken: (id: string) => boolean,
): string {
  const name = [cutWords(formatArticleId(title.replaceAll(/[/\\]/gu, ' '))), published ?? []]
    .flat()
    .join('-');
  if (!isTaken(name)) return name;
  let number = 2;
  while (isTaken(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

function cutWords(slug: string): string {
  if (slug.length <= MAX_SLUG_CHARS) return slug;
  const cut = slug.slice(0, MAX_SLUG_CHARS + 1);
  const end = cut.lastIndexOf('-');
  return end > 0 ? cut.slice(0, end) : cut.slice(0, MAX_SLUG_CHARS);
}
