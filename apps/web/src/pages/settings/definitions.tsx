import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ask } from '../../api/client.js';
import { definitionsQuery, type Model } from '../../api/queries/definition.js';
import { useMe } from '../../api/queries/me.js';
import { useAct } from '../../parts/edit/use-act.js';
import { Answer } from '../../ui/answer.js';
import { Button } from '../../ui/button.js';
import { CsvButton } from '../../ui/csv-button.js';
import { TextField } from '../../ui/field.js';
import { Notice, ProblemNotice } from '../../ui/notice.js';
import { words } from '../../words/index.js';

const say = words.settings.definitions;

/** What the API answers to a file that it took. */
type Definition = Pick<Model, 'id' | 'version'>;

/** Models of calls; another one comes as a file, behind "Avanzate". */
export function Definitions() {
  const query = useQuery(definitionsQuery);
  return (
    <section className="part">
      <h2>{say.title}</h2>
      <p>{say.lead}</p>
      <Answer query={query}>
        {({ definitions }) => (
          <>
            <CsvButton
              name={say.csv.file}
              head={say.csv.head}
              rows={() => definitions.map(({ id, version, title }) => [title, version, id])}
            />
            <ul>
              {definitions.map(({ id, version, title }) => (
                <li key={`${id} ${version}`}>
                  {title}, {say.version(version)}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
      <details className="advanced">
        <summary>{say.advanced}</summary>
        <Upload />
      </details>
    </section>
  );
}

function Upload() {
  const me = useMe();
  const client = useQueryClient();
  const file = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<string>();
  const [loaded, setLoaded] = useState<Definition>();
  const load = useAct<Record<string, unknown>>(async (definition) => {
    setLoaded(await ask('POST /definitions', { body: { actingBody: me.unionBody, definition } }));
    await client.invalidateQueries({ queryKey: definitionsQuery.queryKey });
  });
  const read = async () => {
    setWrong(undefined);
    setLoaded(undefined);
    const chosen = file.current?.files?.[0];
    if (chosen === undefined) {
      setWrong(say.missing);
      return;
    }
    try {
      load.mutate(JSON.parse(await chosen.text()) as Record<string, unknown>);
    } catch {
      setWrong(say.notJson);
    }
  };
  return (
    <>
      <p>{say.advancedLead}</p>
      {load.error !== null && (
        <>
          <ProblemNotice problem={load.error} />
          {load.error.fields.length > 0 && (
            <>
              <h3>{say.faults}</h3>
              <ul>
                {load.error.fields.map(({ path, message }) => (
                  <li key={`${path} ${message}`}>
                    <span className="mono">{path}</span>: {message}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      {loaded !== undefined && <Notice kind="success">{say.loaded(loaded.id, loaded.version)}</Notice>}
      <TextField type="file" accept="application/json,.json" ref={file} label={say.file} error={wrong} />
      <Button busy={load.isPending} onClick={() => void read()}>
        {say.load}
      </Button>
    </>
  );
}
