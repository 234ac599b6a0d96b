import { temporal } from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { testBundle } from '../support/workflow-bundle.js';
import { playStory, type Recording } from './story.js';
import { wordsOf } from './words.js';

// A change of the workflows must replay what cases in life have behind them. When a change is meant to leave other
// histories behind, CAPOFILA_RECORD_HISTORIES=1 writes this run's beside the old ones; old ones stay while cases live.
const FOLDER = new URL('histories/', import.meta.url);
const recorded = () => readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const read = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

/** Names and addresses of the made-up union, as they were when the histories were recorded. */
const MADE_UP = [/@comuni\.example/, /Rivello|Trecchina/, /Unione ULL/, /0973 1/];

let bundle: { codePath: string };
let fresh: Recording;

beforeAll(async () => {
  bundle = await testBundle();
  fresh = await playStory();
  if (process.env['CAPOFILA_RECORD_HISTORIES'] === '1') {
    for (const [name, history] of Object.entries(fresh.histories)) {
      writeFileSync(
        new URL(`${name}.json`, FOLDER),
        `${JSON.stringify(scrubbed(JSON.parse(history)), null, 2)}\n`,
      );
    }
  }
});

/** Process, machine and folders of whoever recorded are nobody's business; replay looks at none of them. */
const PRIVATE = ['identity', 'stackTrace'];

function scrubbed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(scrubbed);
  if (typeof value === 'string') return value.replaceAll(`@${hostname()}`, '@recorder');
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, PRIVATE.includes(name) ? '' : scrubbed(each)]),
  );
}

type Json = Record<string, unknown>;

async function replay(histories: Record<string, Json>): Promise<Record<string, string>> {
  const all = Object.entries(histories).map(([workflowId, history]) => ({
    workflowId,
    history: temporal.api.history.v1.History.fromObject(history),
  }));
  const failures: Record<string, string> = {};
  const results = Worker.runReplayHistories({ workflowBundle: bundle }, all);
  for await (const { workflowId, error } of results) {
    if (error !== undefined) failures[workflowId] = error.message;
  }
  return failures;
}

test('the folder holds every shape of history that the workflows leave', () => {
  expect(recorded().map((name) => name.replace('.json', ''))).toEqual(
    expect.arrayContaining(Object.keys(fresh.histories)),
  );
});

test('every recorded history replays with the workflows as they are', async () => {
  const histories = Object.fromEntries(recorded().map((name) => [name, JSON.parse(read(name)) as Json]));
  expect(await replay(histories)).toEqual({});
});

test('a fresh run replays too', async () => {
  const histories = Object.fromEntries(
    Object.entries(fresh.histories).map(([name, text]) => [name, JSON.parse(text) as Json]),
  );
  expect(await replay(histories)).toEqual({});
});

test('a history that the workflows could not have left does not replay', async () => {
  const text = fresh.histories['application-reminded-and-extended'] ?? '';
  const timers = text.replaceAll('EVENT_TYPE_TIMER_CANCELED', 'EVENT_TYPE_TIMER_FIRED');
  const forged = JSON.parse(timers.replaceAll('timerCanceledEvent', 'timerFiredEvent')) as Json;
  expect(Object.keys(await replay({ forged }))).toEqual(['forged']);
});

test('histories carry sentences and codes, but no name and no address', () => {
  const words = (text: string) => wordsOf(JSON.parse(text)).join('\n');
  const everything = Object.values(fresh.histories).map(words).join('\n');
  // The search does find words: what a case waits for stands there.
  expect(everything).toContain('dal Comune');
  expect(everything).toContain('promemoria');
  expect(fresh.people.length).toBeGreaterThan(20);
  expect(fresh.people.filter((text) => everything.includes(text))).toEqual([]);
  for (const name of recorded()) {
    const text = words(read(name));
    expect(MADE_UP.filter((pattern) => pattern.test(text)).map(String)).toEqual([]);
  }
});
