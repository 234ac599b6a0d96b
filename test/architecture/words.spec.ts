import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import ts from 'typescript';

// Where words stand, as ARCHITECTURE.md says. Keys of drafts and addresses are Italian too, but nobody reads them.

interface Text {
  at: string;
  text: string;
  /** A piece of a template that goes on with a value. */
  opens: boolean;
}

function textsIn(file: string, source: string): Text[] {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, kind);
  const found: Text[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || isKey(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const opens = ts.isTemplateHead(node) || node.kind === ts.SyntaxKind.TemplateMiddle;
      found.push({ at: `${file}:${line}`, text: node.text, opens });
    } else if (ts.isJsxText(node)) {
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ at: `${file}:${line}`, text: node.text, opens: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The key of what is typed in a form. */
function isKey(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isJsxAttribute(node)) return node.name.getText() === 'draft';
  return (
    parent !== undefined &&
    ts.isCallExpression(parent) &&
    parent.expression.getText() === 'useDraft' &&
    parent.arguments[0] === node
  );
}

/** Sources of some folders, without their specs. */
function filesIn(...folders: string[]): [string, string][] {
  return folders
    .flatMap((folder) => ts.sys.readDirectory(folder, ['.ts', '.tsx'], ['**/*.spec.ts', '**/*.spec.tsx']))
    .map((file) => [relative('.', file), readFileSync(file, 'utf8')]);
}

const ITALIAN =
  /(?<![\p{L}-])(?:il|lo|gli|un|una|uno|di|del|della|dei|delle|dello|dal|dalla|al|alla|alle|nel|nella|che|non|è|più|già|perché|quando|questo|questa|entro|ogni|con|sul|sulla|da|chi|cosa|sono)(?![\p{L}-])|\p{L}(?:[’']\p{L}{2,})/iu;
const ENGLISH = /(?<!\p{L})(?:the|of|is|are|and|with|for|from|not|an)(?!\p{L})/iu;

/** At least two words, one of which only Italian has. */
function isSentence({ text }: Text): boolean {
  return /\p{L}[\s’']+\p{L}/u.test(text) && ITALIAN.test(text) && !ENGLISH.test(text);
}

function sentencesIn(files: readonly [string, string][]): string[] {
  return files
    .flatMap(([file, source]) => textsIn(file, source))
    .filter(isSentence)
    .map(({ at, text }) => `${at} ${text.trim()}`);
}

test('a sentence in the wrong place is found, as text of a page and as part of a template', () => {
  const page = 'export const Page = ({ n }) => <p title={`Mancano ${n} cose da fare`}>Non manca niente</p>;';
  expect(sentencesIn([['page.tsx', page]])).toEqual([
    'page.tsx:1 cose da fare',
    'page.tsx:1 Non manca niente',
  ]);
  expect(sentencesIn([['part.ts', "'Tocca a chi è in ufficio'"]])).toEqual([
    'part.ts:1 Tocca a chi è in ufficio',
  ]);
  expect(sentencesIn([['draft.tsx', 'useDraft(`chi fa cosa ${id}`, {});']])).toEqual([]);
});

test('what a page says stands in the catalogue of the pages', () => {
  const pages = filesIn(...['api', 'pages', 'parts', 'ui'].map((each) => `apps/web/src/${each}`));
  expect(pages.length).toBeGreaterThan(200);
  expect(sentencesIn(pages)).toEqual([]);
});

test('what a mail says stands in its template, or in the content that templates share', () => {
  const mails = filesIn('libs/notifications').filter(([file]) => !/\/(?:templates|content)\//.test(file));
  expect(mails.length).toBeGreaterThan(8);
  expect(sentencesIn(mails)).toEqual([]);
});

test('days and months are spelled in one file', () => {
  const months = /\b(?:gennaio|febbraio|aprile|settembre|ottobre|novembre|dicembre|marted|mercoled|gioved)/;
  const all = filesIn('apps', 'libs', 'workflows');
  const lists = all
    .filter(([, source]) => textsIn('source.tsx', source).filter(({ text }) => months.test(text)).length > 2)
    .map(([file]) => file);
  const inOneText = all.filter(([file, source]) =>
    textsIn(file, source).some(({ text }) => text.includes('gennaio febbraio')),
  );
  expect(lists).toEqual(['libs/domain/calendar/words.ts']);
  expect(inOneText.map(([file]) => file)).toEqual(['libs/domain/calendar/words.ts']);
});

test('articles and prepositions are joined to a word in one folder', () => {
  const joins = ({ text, opens }: Text) =>
    opens && /(?:^|[\s(«])(?:l|dell|all|dall|nell|sull|d)[’']$/i.test(text);
  const found = filesIn('apps', 'libs', 'workflows')
    .flatMap(([file, source]) => textsIn(file, source))
    .filter(joins)
    .map(({ at }) => at.replace(/:\d+$/, ''));
  expect([...new Set(found)].toSorted()).toEqual([
    'libs/domain/calendar/words.ts',
    'libs/domain/italian/article.ts',
  ]);
});
