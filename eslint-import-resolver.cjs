'use strict';
const { existsSync } = require('node:fs');
const { dirname, resolve } = require('node:path');

/** Resolves the `./x.js` of a TypeScript import to the file `x.ts` that it names, for the import table. */
module.exports = {
  interfaceVersion: 2,
  resolve(source, file) {
    const path = resolve(dirname(file), source.replace(/\.js$/u, '.ts'));
    return source.startsWith('.') && existsSync(path) ? { found: true, path } : { found: false };
  },
};
