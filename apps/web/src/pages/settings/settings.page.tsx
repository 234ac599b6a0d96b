import { useSearch } from '@tanstack/react-router';
import { useMe } from '../../api/queries/me.js';
import { Page } from '../../ui/page.js';
import { Views } from '../../ui/views.js';
import { words } from '../../words/index.js';
import { Definitions } from './definitions.js';
import { OfficeSettings } from '../../parts/office/office-settings.js';
import { OwnData } from './own-data.js';
import { Password } from './password.js';
import { Sessions } from './sessions.js';
import { Tokens } from './tokens.js';
import { Users } from './users.js';

const say = words.settings;
const { dati, accesso, chiavi, ...ofOffice } = say.views;
const OWN = { dati, accesso, chiavi };

/** What a person sets for themselves, and the office for all. */
export function SettingsPage() {
  const { vista = 'dati' } = useSearch({ from: '/shell/impostazioni' });
  const me = useMe();
  const views: Partial<typeof say.views> = me.may.office ? { ...OWN, ...ofOffice } : OWN;
  return (
    <Page title={say.title}>
      <Views label={say.viewsLabel} views={views as typeof say.views} current={vista} />
      {vista === 'dati' && <OwnData />}
      {vista === 'accesso' && (
        <>
          <Password />
          <Sessions />
        </>
      )}
      {vista === 'chiavi' && <Tokens />}
      {me.may.office && vista === 'utenti' && <Users />}
      {me.may.office && vista === 'ufficio' && <OfficeSettings />}
      {me.may.office && vista === 'modelli' && <Definitions />}
    </Page>
  );
}
