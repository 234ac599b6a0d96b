import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { Icon } from '../../ui/icon.js';
import { words } from '../../words/index.js';

const say = words.search;

/** The search that stands on every page; Enter opens the page of results. */
export function SearchBox({ q = '' }: { q?: string }) {
  const navigate = useNavigate();
  const id = useId();
  return (
    <search className="search">
      <form
        action="/cerca"
        onSubmit={(event) => {
          event.preventDefault();
          const typed = new FormData(event.currentTarget).get('q');
          const wanted = typeof typed === 'string' ? typed.trim() : '';
          void navigate({ to: '/cerca', search: (wanted === '' ? {} : { q: wanted }) as never });
        }}
      >
        <label htmlFor={id} className="visually-hidden">
          {say.label}: {say.hint}
        </label>
        <input
          id={id}
          name="q"
          type="search"
          key={q}
          defaultValue={q}
          placeholder={say.hint}
          maxLength={100}
          autoComplete="off"
        />
        <button type="submit" aria-label={say.go}>
          <Icon name="search" />
        </button>
      </form>
    </search>
  );
}
