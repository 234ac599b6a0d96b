/** A piece of a line: plain, strong, code, or a link. */
export type Piece =
  | { readonly kind: 'text' | 'strong' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

/** A block of a guide. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'steps' | 'list'; readonly items: readonly (readonly Piece[])[] }
  | { readonly kind: 'image'; readonly alt: string; readonly file: string };

/**
 * Reads what our guides use of Markdown, into blocks: one title, headings, paragraphs, two kinds of lists, pictures.
 * Anything else stays text, so no guide can bring markup of its own into a page.
 */
export function readGuide(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(readBlock);
}

function readBlock(block: string): Block {
  const image = /^!\[(.*)\]\((?:immagini\/)?([\w-]+\.png)\)$/.exec(block);
  if (image !== null) return { kind: 'image', alt: image[1] ?? '', file: image[2] ?? '' };
  if (block.startsWith('## ')) return { kind: 'heading', pieces: pieces(block.slice(3)) };
  if (block.startsWith('# ')) return { kind: 'title', pieces: pieces(block.slice(2)) };
  const lines = block.split('\n');
  if (lines.every((line) => /^\d+\. /.test(line))) {
    return { kind: 'steps', items: lines.map((line) => pieces(line.replace(/^\d+\. /, ''))) };
  }
  if (lines.every((line) => line.startsWith('- '))) {
    return { kind: 'list', items: lines.map((line) => pieces(line.slice(2))) };
  }
  return { kind: 'paragraph', pieces: pieces(lines.join(' ')) };
}

const MARKED = /\*\*(.+?)\*\*|`(.+?)`|\[(.+?)\]\((\/[\w/?=-]*|https:\/\/[^\s)]+)\)/g;

function pieces(line: string): Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const { 0: whole, 1: strong, 2: code, 3: label, 4: href, index } of line.matchAll(MARKED)) {
    if (index > end) found.push({ kind: 'text', text: line.slice(end, index) });
    if (strong !== undefined) found.push({ kind: 'strong', text: strong });
    else if (code !== undefined) found.push({ kind: 'code', text: code });
    else found.push({ kind: 'link', text: label ?? '', href: href ?? '' });
    end = index + whole.length;
  }
  if (end < line.length) found.push({ kind: 'text', text: line.slice(end) });
  return found;
}
