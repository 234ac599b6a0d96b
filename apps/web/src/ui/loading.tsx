import { words } from '../words/index.js';

/** Stands where something is on its way; said once, and drawn still where motion is not wanted. */
export function Loading({ what = words.shell.loading }: { what?: string }) {
  return (
    <output className="loading">
      <span className="loading-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {what}
    </output>
  );
}
