import type { ArticleDraft } from '../../core/desk.js';
import type { InteractionContext } from '../command.js';
import { fillIn, type LateReply } from '../respond.js';
import { keepPrepared } from './drafts.js';
import type { TypedFacts } from './prepared.js';
import { renderAddition } from './render-addition.js';

/** An article that may be added. */
export interface Addition {
  readonly draft: ArticleDraft;
  /** Details that cannot be taken as they were typed. */
  readonly typed?: TypedFacts;
  /** What stands above the article. Markdown; absent: that it is a preview. */
  readonly problem?: string;
}

/** Shows what an article will be, and keeps it until it is confirmed. */
export async function showAddition(
  interaction: LateReply,
  context: InteractionContext,
  { draft, typed, problem }: Addition,
): Promise<void> {
  const { services, say } = context;
  const preview = await services.desk.preview(draft);
  const draftId = await keepPrepared(context, interaction.user.id, {
    kind: 'addition',
    draft,
    typed: typed ?? null,
    repeats: preview.duplicates.map(({ article }) => article.id),
  });
  await fillIn(
    interaction,
    renderAddition(say, preview, {
      heading: problem ?? say.addPreview,
      draftId,
      mayAdd: typed === undefined,
    }),
  );
}
