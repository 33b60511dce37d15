import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Json } from './json.js';
import { asRecord, isRecord } from './json.js';
import type { Problem } from './limits/problems.js';
import { problem } from './limits/problems.js';

const DOCUMENT_KEY = 'discord';
const FORMATS = ['snowflake', 'nonce', 'uri', 'date-time', 'int32', 'int64', 'double'];

/** Checks bodies against Discord's own description of its HTTP API. */
export interface SchemaChecker {
  /** @param path - The route as in the description, e.g. `/channels/{channel_id}/messages`. */
  checkRequest(method: string, path: string, body: unknown): Problem[];
  /** @param schemaName - A name under `components.schemas`. */
  checkNamed(schemaName: string, body: unknown): Problem[];
}

/** Finds Discord's OpenAPI description beside the project; null if it is absent. */
export function findOpenapi(): string | null {
  const path = fileURLToPath(new URL('../../../../shared/discord/openapi.json', import.meta.url));
  return existsSync(path) ? path : null;
}

const checkers = new Map<string, SchemaChecker>();

/** Loads the checker of one description; compiled schemas are cached for the life of the process. */
export function loadSchemaChecker(path: string): SchemaChecker {
  const checker = checkers.get(path) ?? createSchemaChecker(readFileSync(path, 'utf8'));
  checkers.set(path, checker);
  return checker;
}

function createSchemaChecker(text: string): SchemaChecker {
  const document = prepare(asRecord(JSON.parse(text)));
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false });
  for (const format of FORMATS) ajv.addFormat(format, true);
  ajv.addSchema(document, DOCUMENT_KEY);
  const compiled = new Map<string, ValidateFunction>();

  const check = (pointer: string, body: unknown): Problem[] => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: `${DOCUMENT_KEY}#${pointer}` });
    compiled.set(pointer, validate);
    return validate(body) ? [] : describeErrors(validate.errors ?? []);
  };
  return {
    checkRequest(method, path, body) {
      const pointer = findRequestSchema(document, method.toLowerCase(), path);
      return pointer === null ? [] : check(pointer, body);
    },
    checkNamed: (schemaName, body) => check(`/components/schemas/${schemaName}`, body),
  };
}

function findRequestSchema(document: Json, method: string, path: string): string | null {
  const operation = asRecord(asRecord(asRecord(document['paths'])[path])[method]);
  const content = asRecord(asRecord(operation['requestBody'])['content']);
  if (!isRecord(content['application/json'])) return null;
  const keys = ['paths', path, method, 'requestBody', 'content', 'application/json', 'schema'];
  return keys.map((key) => `/${escapePointer(key)}`).join('');
}

/** Escapes a key for a JSON pointer in a URI fragment: `~` and `/` by RFC 6901, braces and `@` by RFC 3986. */
function escapePointer(key: string): string {
  return encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1'));
}

function describeErrors(errors: readonly ErrorObject[]): Problem[] {
  const telling = errors.filter(({ keyword }) => keyword !== 'if');
  const sayings = new Map<string, Problem>();
  for (const { instancePath, message = 'is wrong', params } of telling) {
    const path = instancePath.split('/').slice(1).map(toKey);
    const detail = Array.isArray(params['allowedValues']) ? `: ${params['allowedValues'].join(', ')}` : '';
    sayings.set(`${instancePath} ${message}`, problem(path, `${message}${detail} (openapi)`, 'OPENAPI'));
  }
  return [...sayings.values()];
}

const toKey = (part: string): string | number => (/^\d+$/u.test(part) ? Number(part) : part);

/** Properties whose description differs from what the API accepts. */
const MENDED: Readonly<Record<string, Json>> = {
  // Described as an integer; documented, sent by discord.js and accepted as a string of digits.
  default_member_permissions: { type: ['integer', 'string', 'null'] },
};

/**
 * Corrects mistakes of the description and discriminates its unions by `type`, so that one mistake gives one error.
 */
function prepare(document: Json): Json {
  const schemas = asRecord(asRecord(document['components'])['schemas']);
  const visit = (node: unknown, name: string): unknown => {
    if (Array.isArray(node)) return node.map((inner) => visit(inner, ''));
    if (!isRecord(node)) return node;
    const entries = Object.entries(node).map(([key, value]): [string, unknown] => [key, visit(value, key)]);
    return splitUnion({ ...Object.fromEntries<unknown>(entries), ...MENDED[name] }, schemas);
  };
  return asRecord(visit(document, ''));
}

function splitUnion(node: Json, schemas: Json): Json {
  const { oneOf, anyOf, ...rest } = node;
  const branches = oneOf ?? anyOf;
  if (!Array.isArray(branches)) return node;
  const [first, second] = branches.filter(isRecord);
  if (branches.length === 2 && first?.['type'] === 'null' && second) {
    return { ...rest, if: { not: { type: 'null' } }, then: second };
  }
  const types = branches.map((branch) => findTypes(branch, schemas));
  if (types.some((values) => values.length === 0)) return node;
  const cases = branches.map((branch: unknown, i) => ({
    if: { properties: { type: { enum: types[i] } }, required: ['type'] },
    then: branch,
  }));
  return { ...rest, properties: { type: { enum: types.flat() } }, required: ['type'], allOf: cases };
}

/** Returns the values of `type` that one branch of a union accepts; `[]` if `type` does not discriminate it. */
function findTypes(branch: unknown, schemas: Json): unknown[] {
  const ref = asRecord(branch)['$ref'];
  const name = typeof ref === 'string' ? ref.split('/').at(-1) : undefined;
  const schema = asRecord(schemas[name ?? '']);
  const values = asRecord(asRecord(schema['properties'])['type'])['enum'];
  return Array.isArray(values) ? values : [];
}
