/** The project's own source as the architecture test sees it: files, what they import, and what they ask of the world. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

const PROJECT = join(import.meta.dirname, '..');

/** An import, re-export or dynamic import. `target` is a path from the project's root, or a package as it is written. */
export interface Import {
  specifier: string;
  target: string;
  isType: boolean;
}

export interface SourceFile {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
  imports: readonly Import[];
}

/** Every path below a folder of the project, folders ending in a slash. */
export function pathsBelow(folder: string): string[] {
  return readdirSync(join(PROJECT, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? [`${path}/`, ...pathsBelow(path)] : [path];
    });
}

/** The source files below a folder of the project. */
export function sourceFiles(folder: string): SourceFile[] {
  return pathsBelow(folder)
    .filter((path) => /\.(?:ts|mjs|astro)$/.test(path))
    .map((path) => {
      const text = readText(path);
      return { path, text, imports: importsOf(path, text) };
    });
}

export function readText(path: string): string {
  return readFileSync(join(PROJECT, path), 'utf8');
}

/** What a file imports, whichever way it is written. @param path decides how it is read, and what is relative to it */
export function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node | undefined, isType: boolean) => {
    if (!node || !ts.isStringLiteralLike(node)) return;
    found.push({ specifier: node.text, target: targetOf(path, node.text), isType });
  };
  visitCode(path, text, (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    }
  });
  return found;
}

/** What a file asks of clock, chance or environment, as it is written: `new Date()`, `Date.now`. */
export function worldlyQuestions(path: string, text: string): string[] {
  const found: string[] = [];
  visitCode(path, text, (node) => {
    const isClock =
      ts.isNewExpression(node) && node.expression.getText() === 'Date' && (node.arguments?.length ?? 0) === 0;
    const isCall = ts.isCallExpression(node) && node.expression.getText() === 'Date';
    const isMember =
      ts.isPropertyAccessExpression(node) &&
      ['Date.now', 'Math.random', 'process.env', 'performance.now'].includes(node.getText());
    const isEnvironment = ts.isPropertyAccessExpression(node) && node.getText() === 'import.meta.env';
    if (isClock || isCall || isMember || isEnvironment) found.push(node.getText());
  });
  return found;
}

function visitCode(path: string, text: string, look: (node: ts.Node) => void): void {
  for (const code of codeOf(path, text)) {
    const visit = (node: ts.Node) => {
      look(node);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS));
  }
}

/** The TypeScript in a file: all of it, or an Astro component's front matter and scripts. */
function codeOf(path: string, text: string): string[] {
  if (!path.endsWith('.astro')) return [text];
  const [, frontMatter = ''] = /^---\n([\s\S]*?)\n---/.exec(text) ?? [];
  const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, code = '']) => code);
  return [frontMatter, ...scripts];
}

function targetOf(path: string, specifier: string): string {
  if (specifier.startsWith('#src/')) return `src/${specifier.slice('#src/'.length)}`;
  // What stands after “?” asks the bundler for another form of the same file.
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier.replace(/\?\w+$/, ''));
  return specifier;
}
