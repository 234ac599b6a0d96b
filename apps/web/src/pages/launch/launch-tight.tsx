import type { LaunchPreview } from '#contracts/launch-preview.js';
import { Notice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

/** Before the launch: there is too little time, and for what. */
export function LaunchTight({ preview: { tight } }: { preview: LaunchPreview }) {
  if (tight.length === 0) return null;
  return (
    <Notice kind="warning">
      {words.launch.tight}
      <ul>
        {tight.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </Notice>
  );
}
