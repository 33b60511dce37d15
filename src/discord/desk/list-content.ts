import type { InteractionContext } from '../command.js';

/** What a list shows, before it is cut into pages. */
export interface ListContent {
  /** Plain text. */
  readonly heading: string;
  /** Markdown, each short enough to stand in a message with the heading. */
  readonly entries: readonly string[];
}

/** Reads a list for moderators. @throws {Fault} `STATE_UNAVAILABLE`. */
export type ReadList = (context: InteractionContext) => Promise<ListContent>;
