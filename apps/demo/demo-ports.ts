import { choosePort } from './free-port.js';

/** TCP ports of the demo's parts, all on 127.0.0.1. */
export interface DemoPorts {
  readonly http: number;
  readonly postgres: number;
  readonly temporal: number;
  readonly temporalUi: number;
  readonly smtp: number;
}

/** Chooses the ports: those of the environment, otherwise the standard ones or the next free ones. */
export async function chooseDemoPorts(environment: NodeJS.ProcessEnv): Promise<DemoPorts> {
  const taken = new Set<number>();
  const choose = async (purpose: string, variable: string, standard: number) => {
    const port = await choosePort({ purpose, variable, standard, taken }, environment);
    taken.add(port);
    return port;
  };
  return {
    http: await choose('the API', 'CAPOFILA_HTTP_PORT', 3000),
    postgres: await choose('PostgreSQL', 'CAPOFILA_PG_PORT', 5433),
    temporal: await choose('Temporal', 'TEMPORAL_PORT', 7233),
    temporalUi: await choose("Temporal's Web UI", 'TEMPORAL_UI_PORT', 8233),
    smtp: await choose('the mail catcher', 'CAPOFILA_SMTP_PORT', 1025),
  };
}
