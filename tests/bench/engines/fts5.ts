import Database from 'libsql';
import { HEADLINE_WEIGHT, joinTerms, type BuildEngine } from '../bench-engine.js';

/**
 * SQLite's FTS5 in memory, without the texts, its segments merged into one.
 *
 * Its bm25() has k1 1.2 and b 0.75, which cannot be changed (sqlite.org/fts5.html, section 5.1.1). Ordering
 * by it takes about half as long as ordering by `rank`: with a limit, SQLite keeps only the best rows.
 */
export const build: BuildEngine = (passages) => {
  const database = new Database(':memory:');
  database.exec(`CREATE VIRTUAL TABLE passage USING fts5 (headline, text, content = '')`);

  const add = database.prepare('INSERT INTO passage (rowid, headline, text) VALUES (?, ?, ?)');
  database.exec('BEGIN');
  let count = 0;
  for (const { headlineTerms, textTerms } of passages) {
    add.run(count, joinTerms(headlineTerms), joinTerms(textTerms));
    count += 1;
  }
  database.exec(`INSERT INTO passage (passage) VALUES ('optimize')`);
  database.exec('COMMIT');

  const find = database
    .prepare(
      `SELECT rowid, bm25(passage, ${HEADLINE_WEIGHT}, 1) AS badness FROM passage WHERE passage MATCH ? ORDER BY badness LIMIT ?`,
    )
    .raw();
  return {
    search: (terms, limit) =>
      (find.all(terms.map((term) => `"${term}"`).join(' OR '), limit) as [number, number][]).map(
        ([passage, badness]) => ({ passage, score: -badness }),
      ),
  };
};
