import type { ApplicationCommandOptionChoiceData } from 'discord.js';
import { shorten } from './markdown.js';
import { MAX_CHOICE_CHARS } from './limits.js';

/** Choices that stand for themselves. One too long for Discord is cut, also in its value. */
export function toChoices(texts: readonly string[]): ApplicationCommandOptionChoiceData<string>[] {
  return texts.map((text) => toChoice(text, shorten(text, MAX_CHOICE_CHARS)));
}

/** @param value - At most 100 characters. */
export function toChoice(name: string, value: string): ApplicationCommandOptionChoiceData<string> {
  return { name: shorten(name, MAX_CHOICE_CHARS), value };
}
