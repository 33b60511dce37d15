import { parse } from 'discord-markdown-parser';

export type Node = ReturnType<typeof parse>[number];

/** Parses a text as Discord's markdown. */
export function parseMarkdown(text: string): Node[] {
  return parse(text, 'extended');
}

/** Returns what a reader sees of a text in which no markup takes effect; other nodes are put in `‹›`. */
export function readPlainText(nodes: readonly Node[]): string {
  return nodes.map(readNode).join('');
}

function readNode(node: Node): string {
  if (node.type === 'br') return '\n';
  const shown: unknown =
    node.type === 'twemoji' ? node['name'] : node.type === 'text' ? node['content'] : null;
  return typeof shown === 'string' ? shown : `‹${node.type}›`;
}
