import { parseSync } from '@swc/core';

/** What one source file takes from elsewhere, whatever way it says so. */
export interface SourceFacts {
  /** Specifiers of `import`, `export … from`, `import()`, `require()` and `import('x').Y` in types. */
  imports: ReadonlySet<string>;
  /** Names imported from a package, as `package#name`; `package#*` for the whole of it. */
  importedNames: ReadonlySet<string>;
  /** Free names and members of objects that say who reaches for what: `Office`, `process.env`, `app.http`. */
  mentions: ReadonlySet<string>;
  /** Whether anything is exported that was imported. */
  reexports: boolean;
  /** Whether the file holds nothing but exports from elsewhere. */
  isBarrel: boolean;
}

type Node = Readonly<Record<string, unknown>>;

interface Collected {
  imports: Set<string>;
  importedNames: Set<string>;
  importedLocals: Set<string>;
  exportedLocals: Set<string>;
  mentions: Set<string>;
  hasExportFrom: boolean;
}

/** Objects through which a global can be reached. */
const GLOBAL_OBJECTS = ['globalThis', 'window', 'self', 'global'];

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null;
}

function nodeAt(node: Node, key: string): Node {
  const value = node[key];
  return isNode(value) ? value : {};
}

function nodesAt(node: Node, key: string): readonly Node[] {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function textAt(node: Node, key: string): string | null {
  const value = node[key];
  return typeof value === 'string' ? value : null;
}

/** Name of an identifier, or of a string in brackets: `a.b` and `a['b']` are the same. */
function nameOf(node: Node): string | null {
  const { type } = node;
  if (type === 'Identifier' || type === 'StringLiteral') return textAt(node, 'value');
  return type === 'Computed' ? nameOf(nodeAt(node, 'expression')) : null;
}

function collectSpecifiers(node: Node, source: string, facts: Collected): void {
  for (const specifier of nodesAt(node, 'specifiers')) {
    const local = nameOf(nodeAt(specifier, 'local'));
    if (local !== null) facts.importedLocals.add(local);
    const imported = nameOf(nodeAt(specifier, 'imported')) ?? local;
    const isNamed = specifier['type'] === 'ImportSpecifier' && imported !== null;
    facts.importedNames.add(`${source}#${isNamed ? imported : '*'}`);
  }
}

function collectCall(node: Node, facts: Collected): void {
  const callee = nodeAt(node, 'callee');
  const isLoad = callee['type'] === 'Import' || nameOf(callee) === 'require';
  const argument = nodeAt(nodesAt(node, 'arguments')[0] ?? {}, 'expression');
  const source = nameOf(argument);
  if (!isLoad || source === null) return;
  facts.imports.add(source);
  facts.importedNames.add(`${source}#*`);
}

function collectMember(node: Node, facts: Collected): void {
  const object = nameOf(nodeAt(node, 'object'));
  const property = nameOf(nodeAt(node, 'property'));
  if (object === null || property === null) return;
  facts.mentions.add(GLOBAL_OBJECTS.includes(object) ? property : `${object}.${property}`);
}

function collectPattern(node: Node, facts: Collected): void {
  const object = nameOf(nodeAt(node, 'init'));
  if (object === null) return;
  for (const property of nodesAt(nodeAt(node, 'id'), 'properties')) {
    const name = nameOf(nodeAt(property, 'key'));
    if (name !== null) facts.mentions.add(GLOBAL_OBJECTS.includes(object) ? name : `${object}.${name}`);
  }
}

function collectExports(node: Node, facts: Collected): void {
  const source = textAt(nodeAt(node, 'source'), 'value');
  if (source !== null) {
    facts.imports.add(source);
    facts.hasExportFrom = true;
    return;
  }
  for (const specifier of nodesAt(node, 'specifiers')) {
    const local = nameOf(nodeAt(specifier, 'orig'));
    if (local !== null) facts.exportedLocals.add(local);
  }
}

const COLLECTORS: Readonly<Record<string, (node: Node, facts: Collected) => void>> = {
  ImportDeclaration: (node, facts) => {
    const source = textAt(nodeAt(node, 'source'), 'value') ?? '';
    facts.imports.add(source);
    collectSpecifiers(node, source, facts);
  },
  ExportAllDeclaration: collectExports,
  ExportNamedDeclaration: collectExports,
  ExportDefaultExpression: (node, facts) => {
    const name = nameOf(nodeAt(node, 'expression'));
    if (name !== null) facts.exportedLocals.add(name);
  },
  TsImportType: (node, facts) => {
    const source = textAt(nodeAt(node, 'argument'), 'value');
    if (source !== null) facts.imports.add(source);
  },
  CallExpression: collectCall,
  MemberExpression: collectMember,
  VariableDeclarator: collectPattern,
  Identifier: (node, facts) => {
    const name = nameOf(node);
    if (name !== null) facts.mentions.add(name);
  },
};

/** Names after a dot and names of fields are no mention of a global of that name. */
function isMereName(key: string, value: unknown): boolean {
  return (
    ['property', 'key', 'right', 'imported', 'orig'].includes(key) && isNode(value) && value['type'] === 'Identifier'
  );
}

function walk(value: unknown, facts: Collected): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, facts);
    return;
  }
  if (!isNode(value)) return;
  COLLECTORS[textAt(value, 'type') ?? '']?.(value, facts);
  for (const [key, child] of Object.entries(value)) {
    const isQualifiedName = value['type'] === 'TsQualifiedName' || key !== 'right';
    if (!(isQualifiedName && isMereName(key, child))) walk(child, facts);
  }
}

function isExportFrom(statement: Node): boolean {
  const isExport = statement['type'] === 'ExportAllDeclaration' || statement['type'] === 'ExportNamedDeclaration';
  return isExport && textAt(nodeAt(statement, 'source'), 'value') !== null;
}

/** Reads the facts of a TypeScript file; throws where it doesn't parse. */
export function readSourceFacts(path: string, source: string): SourceFacts {
  const module = parseSync(source, { syntax: 'typescript', tsx: path.endsWith('.tsx'), target: 'es2022' });
  const facts: Collected = {
    imports: new Set(),
    importedNames: new Set(),
    importedLocals: new Set(),
    exportedLocals: new Set(),
    mentions: new Set(),
    hasExportFrom: false,
  };
  walk(module.body, facts);
  const statements: readonly unknown[] = module.body;
  return {
    imports: facts.imports,
    importedNames: facts.importedNames,
    mentions: facts.mentions,
    reexports: facts.hasExportFrom || [...facts.exportedLocals].some((name) => facts.importedLocals.has(name)),
    isBarrel: statements.length > 0 && statements.every((statement) => isNode(statement) && isExportFrom(statement)),
  };
}
