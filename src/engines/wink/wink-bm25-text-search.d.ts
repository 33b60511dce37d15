declare module 'wink-bm25-text-search' {
  interface Config {
    fldWeights: Record<string, number>;
    bm25Params?: { k1?: number; b?: number; k?: number };
  }

  interface Engine {
    defineConfig(config: Config): true;
    definePrepTasks(tasks: readonly ((input: never) => unknown)[], field?: string): number;
    addDoc(doc: Readonly<Record<string, unknown>>, id: number): number;
    /** @param precision - Decimals that scores are rounded to, 4 to 9. */
    consolidate(precision?: number): true;
    search(text: string, limit?: number): [id: string, score: number][];
    /** After `consolidate`, `freq` holds scores by term number. */
    getDocs(): Record<number, { freq: Record<number, number> }>;
    getTokens(): Record<string, number>;
    getIDF(): number[];
  }

  export default function createEngine(): Engine;
}
