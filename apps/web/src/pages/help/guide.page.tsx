import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { guideQuery } from '../../api/queries/guide.js';
import { NotFound } from '../../parts/shell/not-found.js';
import { Answer } from '../../ui/answer.js';
import { OfficeCard } from '../../parts/office/office-card.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';
import { pictureOf } from './guides.js';
import { type Block, type Piece, readGuide } from './read-guide.js';

const say = words.help;

/** One guide, on one screen. */
export function GuidePage() {
  const { guide } = useParams({ from: '/shell/aiuto/$guide' });
  const title = say.guides[guide];
  const query = useQuery({ ...guideQuery(guide), enabled: title !== undefined });
  if (title === undefined) return <NotFound />;
  return (
    <Page title={title}>
      <Answer query={query}>
        {(text) => (
          <article className="guide">
            {readGuide(text ?? '').map((block, n) => (
              <Shown key={n} block={block} />
            ))}
          </article>
        )}
      </Answer>
      <section className="part">
        <h2>{say.stillStuck}</h2>
        <OfficeCard />
        <p>
          <Link to="/aiuto">{say.all}</Link>
        </p>
      </section>
    </Page>
  );
}

function Shown({ block }: { block: Block }) {
  switch (block.kind) {
    case 'title':
      return null;
    case 'heading':
      return (
        <h2>
          <Pieces of={block.pieces} />
        </h2>
      );
    case 'paragraph':
      return (
        <p>
          <Pieces of={block.pieces} />
        </p>
      );
    case 'image': {
      const address = pictureOf(block.file);
      return address === undefined ? null : <img src={address} alt={block.alt} loading="lazy" />;
    }
    default: {
      const items = block.items.map((each, n) => (
        <li key={n}>
          <Pieces of={each} />
        </li>
      ));
      return block.kind === 'steps' ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
  }
}

function Pieces({ of }: { of: readonly Piece[] }) {
  return of.map((piece, n) => {
    switch (piece.kind) {
      case 'text':
        return piece.text;
      case 'strong':
        return <strong key={n}>{piece.text}</strong>;
      case 'code':
        return (
          <code key={n} className="mono">
            {piece.text}
          </code>
        );
      case 'link':
        return (
          <a key={n} href={piece.href}>
            {piece.text}
          </a>
        );
    }
  });
}
