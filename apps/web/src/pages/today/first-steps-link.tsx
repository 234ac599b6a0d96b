import { useQuery } from '@tanstack/react-query';
import { useMe } from '../../api/queries/me.js';
import { ButtonLink } from '../../ui/button.js';
import { Notice } from '../../ui/notice.js';
import { words } from '../../words/index.js';
import { anyCallQuery } from '../../api/queries/call.js';

const say = words.firstSteps;

/** Leads the office of a new installation to its first steps, until the first call is launched. */
export function FirstStepsLink() {
  const { desk } = useMe();
  const launched = useQuery({ ...anyCallQuery, enabled: desk === 'office' }).data;
  if (launched !== false) return null;
  return (
    <Notice>
      {say.invite}
      <div className="notice-actions">
        <ButtonLink to="/primi-passi" small>
          {say.go}
        </ButtonLink>
      </div>
    </Notice>
  );
}
