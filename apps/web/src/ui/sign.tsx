import type { Sign as SignName } from '#domain/desk/sign.js';
import { words } from '../words/index.js';

const SHAPES: Record<SignName | 'updating', React.ReactNode> = {
  atRisk: <Triangle />,
  late: <Triangle />,
  today: <Triangle />,
  week: <path d="M10 1 19 10 10 19 1 10Z" />,
  onTime: <circle cx="10" cy="10" r="7" />,
  waiting: (
    <circle cx="10" cy="10" r="7" fill="none" stroke="currentColor" strokeWidth="2.5" strokeDasharray="3 3" />
  ),
  done: <path d="m3 10.5 4.5 5L17 5" fill="none" stroke="currentColor" strokeWidth="3" />,
  suspended: <path d="M4 3h4v14H4zM12 3h4v14h-4z" />,
  closed: (
    <g fill="none" stroke="currentColor" strokeWidth="2.2">
      <circle cx="10" cy="10" r="8" />
      <path d="m6.5 6.5 7 7m0-7-7 7" />
    </g>
  ),
  updating: (
    <g>
      <circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M10 2.5a7.5 7.5 0 0 1 0 15Z" />
    </g>
  ),
};

function Triangle() {
  return (
    <g>
      <path d="M10 1.5 19.5 18.5H.5Z" />
      <path d="M10 7v5.5" className="sign-mark" strokeWidth="2" />
      <circle cx="10" cy="15.3" r="1.2" className="sign-mark-dot" />
    </g>
  );
}

/**
 * The sign of a state: shape and word say the same; colour comes third (content design, section 5).
 * @param state shown beside the shape instead of the sign's word, which screen readers still hear.
 * @param word instead of the sign's own, where it tells how an act went and not how a case stands.
 */
export function Sign({
  sign,
  state,
  word = words.signs.sign[sign],
}: {
  sign: SignName | 'updating';
  state?: string;
  word?: string;
}) {
  return (
    <span className={`sign sign-${sign}`}>
      <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
        {SHAPES[sign]}
      </svg>
      {state === undefined ? (
        <span>{word}</span>
      ) : (
        <span>
          <span className="visually-hidden">{word}: </span>
          {state}
        </span>
      )}
    </span>
  );
}
