import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const WEB = 'apps/web/src';

/** What people read or hear of an element, by any name that a component gives it. */
const READ =
  /^(?:label|hint|title|lead|tab|error|caption|summary|alt|placeholder|what|text|all|strip|aria-(?:label|description))$/;

const LOGICAL = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

/** Every literal of a file that people would read, with where it stands. */
function strays(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node, shown: boolean): void => {
    const text = textOf(node);
    if (text !== undefined && (shown || ts.isJsxText(node)) && isRead(text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${file}:${line + 1}: ${text.trim()}`);
    }
    ts.forEachChild(node, (child) => visit(child, isShown(child, shown)));
  };
  visit(source, false);
  return found;
}

/** Whether what stands in this place is shown as it is: between tags, or as an attribute that is read. */
function isShown(node: ts.Node, shown: boolean): boolean {
  if (ts.isJsxAttribute(node)) return READ.test(node.name.getText());
  if (ts.isJsxElement(node) || ts.isJsxFragment(node)) return true;
  // What is compared, asked for or handed on is another's.
  if (ts.isBinaryExpression(node) && !LOGICAL.has(node.operatorToken.kind)) return false;
  if (ts.isCallExpression(node) || ts.isFunctionLike(node)) return false;
  if (ts.isElementAccessExpression(node) || ts.isJsxOpeningLikeElement(node)) return false;
  return shown;
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node.parent ?? node)) return undefined;
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text;
  if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) return node.text;
  return undefined;
}

/** Codes and addresses are nobody's language, and quotation marks alone say nothing. */
function isRead(text: string): boolean {
  return /\p{L}/u.test(text.replaceAll(/\([A-Z]+-\d+\)|^\/\S*/g, ''));
}

test('between tags and in what is read of an element stands no word of its own, however short', () => {
  const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.|^words\//.test(name))
    .map((name) => join(WEB, name));
  expect(files.length).toBeGreaterThan(200);
  expect(files.flatMap(strays)).toEqual([]);
});
