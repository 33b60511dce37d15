import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openState } from '../../src/state/open-state.js';
import * as schema from '../../src/state/schema.js';
import { placeDatabase, type TemporaryDatabase } from '../support/temporary-database.js';

const TABLES = Object.values(schema)
  .filter((each) => is(each, SQLiteTable))
  .map((table) => getTableConfig(table));

let place: TemporaryDatabase;

beforeEach(async () => {
  place = placeDatabase();
  (await openState({ url: place.url })).close();
});

afterEach(() => {
  place.remove();
});

const namesOf = (rows: readonly object[]) =>
  rows.map((row) => ('name' in row ? String(row.name) : '')).sort();

describe('the migrations', () => {
  it('make the tables of the schema and no other', async () => {
    const tables = await place.query(`SELECT name FROM sqlite_master WHERE type = 'table'`);
    const own = namesOf(tables).filter((name) => !/^(?:sqlite_|__drizzle)/u.test(name));
    expect(own).toEqual(namesOf(TABLES));
  });

  it.each(TABLES)('give $name the columns of the schema', async ({ name, columns, primaryKeys }) => {
    const keys = primaryKeys.flatMap((key) => key.columns.map((column) => column.name));
    const made = await place.query(`SELECT name, type, "notnull", pk FROM pragma_table_info('${name}')`);
    expect(made.map((each) => ({ ...each }))).toEqual(
      columns.map((column) => ({
        name: column.name,
        type: column.getSQLType().toUpperCase(),
        notnull: column.notNull ? 1 : 0,
        pk: column.primary ? 1 : keys.indexOf(column.name) + 1,
      })),
    );
  });

  it.each(TABLES)('give $name the indexes of the schema', async ({ name, indexes, uniqueConstraints }) => {
    const expected = [
      ...indexes.map(({ config }) => ({
        name: config.name,
        unique: config.unique ? 1 : 0,
        columns: namesOf(config.columns),
      })),
      ...uniqueConstraints.map((each) => ({
        name: each.name ?? '',
        unique: 1,
        columns: namesOf(each.columns),
      })),
    ];
    const made = await place.query(
      `SELECT name, "unique" FROM pragma_index_list('${name}') WHERE origin = 'c'`,
    );
    const withColumns = await Promise.all(
      made.map(async (each) => {
        const [index] = namesOf([each]);
        return {
          ...each,
          columns: namesOf(await place.query(`SELECT name FROM pragma_index_info('${index}')`)),
        };
      }),
    );
    const byName = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
    expect(withColumns.sort(byName)).toEqual(expected.sort(byName));
  });

  it.each(['pins', 'revisions'])('never use a number of %s twice', async (name) => {
    const [row] = await place.query(`SELECT sql FROM sqlite_master WHERE name = '${name}'`);
    expect(row?.['sql']).toContain('AUTOINCREMENT');
  });

  it('run once', async () => {
    const count = async () => (await place.query('SELECT count(*) AS n FROM __drizzle_migrations'))[0]?.['n'];
    const before = await count();
    (await openState({ url: place.url })).close();
    expect(await count()).toBe(before);
  });
});
