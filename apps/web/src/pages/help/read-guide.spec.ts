import { GUIDES } from '#domain/application/explain/guides.js';
import { readdirSync, readFileSync } from 'node:fs';
import { help } from '../../words/it/help.js';
import { readGuide } from './read-guide.js';

test('a guide is read into its blocks', () => {
  const text = [
    '# Come?',
    'Prima **questo**, poi `.p7m`\ne [il resto](/aiuto).',
    '1. Uno\n2. Due',
    '- a\n- b',
    '![La pagina](immagini/oggi.png)',
  ].join('\n\n');
  expect(readGuide(text)).toEqual([
    { kind: 'title', pieces: [{ kind: 'text', text: 'Come?' }] },
    {
      kind: 'paragraph',
      pieces: [
        { kind: 'text', text: 'Prima ' },
        { kind: 'strong', text: 'questo' },
        { kind: 'text', text: ', poi ' },
        { kind: 'code', text: '.p7m' },
        { kind: 'text', text: ' e ' },
        { kind: 'link', text: 'il resto', href: '/aiuto' },
        { kind: 'text', text: '.' },
      ],
    },
    { kind: 'steps', items: [[{ kind: 'text', text: 'Uno' }], [{ kind: 'text', text: 'Due' }]] },
    { kind: 'list', items: [[{ kind: 'text', text: 'a' }], [{ kind: 'text', text: 'b' }]] },
    { kind: 'image', alt: 'La pagina', file: 'oggi.png' },
  ]);
});

test('markup of any other kind stays text', () => {
  expect(readGuide('<script>x</script> [y](javascript:z)')).toEqual([
    { kind: 'paragraph', pieces: [{ kind: 'text', text: '<script>x</script> [y](javascript:z)' }] },
  ]);
});

describe('every guide', () => {
  const folder = 'docs/guida';
  const files = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');

  test('is listed, and every one that is listed is there', () => {
    expect(files.map((name) => name.replace('.md', '')).toSorted()).toEqual(
      Object.keys(help.guides).toSorted(),
    );
  });

  test('that a page of an application names is there', () => {
    expect(GUIDES.filter((guide) => help.guides[guide] === undefined)).toEqual([]);
  });

  test.each(files)('%s is titled by its question, fits one screen and has pictures that exist', (name) => {
    const text = readFileSync(`${folder}/${name}`, 'utf8');
    const blocks = readGuide(text);
    const titles = blocks.filter((each) => each.kind === 'title');
    expect(titles.map((each) => each.pieces.map((piece) => piece.text).join(''))).toEqual([
      help.guides[name.replace('.md', '')],
    ]);
    expect(text.split(/\s+/).length).toBeLessThan(240);
    const pictures = readdirSync(`${folder}/immagini`);
    const shown = blocks.flatMap((each) => (each.kind === 'image' ? [each.file] : []));
    expect(shown.filter((file) => !pictures.includes(file))).toEqual([]);
  });
});
