// zod 4 loads the messages of fifty languages, which every start would wait for.
import { z } from 'zod/v3';

/** The files that a corpus revision was read from. */
export interface Manifest {
  readonly revision: string;
  /** When it was loaded last, in ms since 1970. */
  readonly at: number;
  /** SHA-256 in hex of each article's file and of the glossary, by path in the corpus folder. */
  readonly files: ReadonlyMap<string, string>;
}

const Shape = z.object({
  version: z.literal(1),
  revision: z.string(),
  at: z.number(),
  files: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u)),
});

/** @returns `null` for a text that is no manifest. */
export function parseManifest(text: string): Manifest | null {
  try {
    const { data } = Shape.safeParse(JSON.parse(text));
    return data ? { ...data, files: new Map(Object.entries(data.files)) } : null;
  } catch {
    return null;
  }
}

export function formatManifest({ revision, at, files }: Manifest): string {
  const shape: z.infer<typeof Shape> = { version: 1, revision, at, files: Object.fromEntries(files) };
  return JSON.stringify(shape);
}
