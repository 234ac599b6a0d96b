import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../api/queries/me.js';
import { type KnownRegistry, useRegistry } from '../../api/queries/registry.js';
import { type BodyView, BodyViews } from '../../parts/comune/body-views.js';
import { Waiting } from '../../ui/waiting.js';
import { AbsenceForm } from '../../parts/people/absence-form.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { Page } from '../../ui/page.js';
import { words } from '../../words/index.js';

const say = words.comuni.mine;

/** The own comune, or comuni: a secretary shared by three sees three. */
export function MyComunePage() {
  const { vista = 'persone' } = useSearch({ from: '/shell/mio-comune' });
  const me = useMe();
  const { data, waiting } = useRegistry();
  const own = new Set(me.mandates.filter((each) => each.bodyKind !== 'union').map((each) => each.body));
  return (
    <Page
      title={say.title}
      actions={data !== undefined && own.size > 0 ? <OwnAbsence known={data} /> : undefined}
    >
      {data === undefined ? <Waiting query={waiting} /> : <Bodies known={data} own={own} view={vista} />}
    </Page>
  );
}

function Bodies({ known, own, view }: { known: KnownRegistry; own: ReadonlySet<string>; view: BodyView }) {
  const bodies = known.union.bodies.filter((each) => own.has(each.id));
  if (bodies.length === 0) return <p className="empty">{say.none}</p>;
  return bodies.map((body) => (
    <section key={body.id} className="part" aria-label={body.name}>
      <p className="body-name">{body.name}</p>
      <BodyViews body={body} known={known} view={view} />
    </section>
  ));
}

/** Everybody may say when they are away. */
function OwnAbsence({ known }: { known: KnownRegistry }) {
  const me = useMe();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button tone="secondary" onClick={() => setOpen(true)}>
        {say.ownAbsence}
      </Button>
      <Dialog title={say.ownAbsence} open={open} close={close}>
        <AbsenceForm
          person={{ id: me.person }}
          on={known.on}
          acting={{ actingBody: me.mandates[0]?.body ?? '' }}
          managing={known}
          done={close}
        />
      </Dialog>
    </>
  );
}
