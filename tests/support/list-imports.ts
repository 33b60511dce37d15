import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

/** The modules of the compiled program that a module imports, directly or not, and the packages. */
export interface ImportGraph {
  /** URLs, including that of the module itself. */
  readonly modules: ReadonlySet<string>;
  /** Names of packages and of Node's modules, e.g. `yaml` or `node:fs`. */
  readonly packages: ReadonlySet<string>;
}

/**
 * Follows the imports of a compiled module.
 *
 * @param path - A file in `dist`.
 * @param isLazy - True to follow `import()` too.
 */
export function listImports(path: string, isLazy: boolean): ImportGraph {
  const modules = new Set<string>();
  const packages = new Set<string>();
  const open = [pathToFileURL(path).href];
  for (let url = open.pop(); url !== undefined; url = open.pop()) {
    if (modules.has(url)) continue;
    modules.add(url);
    for (const specifier of readSpecifiers(url, isLazy)) {
      if (specifier.startsWith('.')) open.push(new URL(specifier, url).href);
      else packages.add(specifier);
    }
  }
  return { modules, packages };
}

function readSpecifiers(url: string, isLazy: boolean): string[] {
  const file = fileURLToPath(url);
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found: string[] = [];
  const take = (node: ts.Node | undefined): void => {
    if (node && ts.isStringLiteral(node)) found.push(node.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) take(node.moduleSpecifier);
    const isImport = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword;
    if (isLazy && isImport) take(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
