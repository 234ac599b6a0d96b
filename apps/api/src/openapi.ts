import { z } from 'zod';
import { problem } from '#contracts/problem.js';
import { ROUTES } from '#contracts/routes.js';
import { everyRefusal, isMedia, type Media, type RouteForm, statusOf } from '#contracts/routes/route.js';
import { type RefusalCode, REFUSALS } from '#domain/refusal/refusals.js';
import { KINDS } from './problem.js';

const SESSION = { session: [] };
const TOKEN = { token: [] };
const ANY_TEXT = z.string();

/**
 * The API described by the table of its routes.
 * @param isServed whether a route is there at all in this installation.
 */
export function openApi(isServed: (address: string) => boolean): object {
  const schemas: Record<string, object> = {};
  const write = (form: z.ZodType | Media, io: 'input' | 'output') => contentOf(form, io, schemas);
  const paths: Record<string, Record<string, object>> = {};
  for (const [address, form] of Object.entries<RouteForm>(ROUTES)) {
    if (!isServed(address)) continue;
    const [method = '', path = ''] = address.split(' ');
    const written = path.replaceAll(/:(\w+)/g, '{$1}');
    paths[written] = { ...paths[written], [method.toLowerCase()]: operation(address, form, write) };
  }
  write(problem, 'output');
  return {
    openapi: '3.1.0',
    info: {
      title: 'Capofila',
      version: '0.1.0',
      description:
        "Candidature dei Comuni di un'Unione agli avvisi pubblici: fatti, termini, documenti, promemoria.",
      license: {
        name: 'EUPL-1.2',
        url: 'https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12',
      },
    },
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'capofila-session' },
        token: { type: 'http', scheme: 'bearer' },
      },
    },
  };
}

type Write = (form: z.ZodType | Media, io: 'input' | 'output') => object;

function operation(address: string, form: RouteForm, write: Write): object {
  const { id, summary, description, security, body, answer } = form;
  return {
    operationId: id,
    tags: [/\/([\w-]+)/.exec(address)?.[1]],
    summary,
    ...(description === undefined ? {} : { description }),
    security:
      security === 'link' || security === 'none' ? [] : security === 'session' ? [SESSION] : [SESSION, TOKEN],
    parameters: parametersOf(address, form),
    ...(body === undefined ? {} : { requestBody: { required: true, content: write(body, 'input') } }),
    responses: {
      [statusOf(form)]: {
        description: 'Fatto.',
        ...(answer === undefined ? {} : { content: write(answer, 'output') }),
      },
      ...(form.tagged === true ? { 304: { description: 'Non è cambiato niente.' } } : {}),
      ...refusals(everyRefusal(address, form)),
    },
  };
}

function parametersOf(address: string, { params = {}, query, once, seen, tagged }: RouteForm): object[] {
  const header = (name: string) => ({ name, in: 'header', schema: { type: 'string' } });
  const shape = query instanceof z.ZodObject ? query.shape : {};
  return [
    ...[...address.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
      name,
      in: 'path',
      required: true,
      schema: jsonSchema(params[name] ?? ANY_TEXT, 'input'),
    })),
    ...Object.entries<z.ZodType>(shape).map(([name, each]) => ({
      name,
      in: 'query',
      required: !each.safeParse(undefined).success,
      schema: jsonSchema(each, 'input'),
    })),
    ...(once === true ? [header('Idempotency-Key')] : []),
    ...(seen === undefined ? [] : [header('If-Match')]),
    ...(tagged === true ? [header('If-None-Match')] : []),
  ];
}

/** By status, each with the codes that it may have. */
function refusals(codes: readonly RefusalCode[]): Record<string, object> {
  const byStatus = Object.groupBy(codes, (code) => KINDS[REFUSALS[code]].status);
  return Object.fromEntries(
    Object.entries(byStatus).map(([status, those = []]) => [
      status,
      {
        description: those.join(', '),
        content: {
          'application/problem+json': {
            schema: {
              allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { code: { enum: those } } }],
            },
          },
        },
      },
    ]),
  );
}

function contentOf(form: z.ZodType | Media, io: 'input' | 'output', schemas: Record<string, object>): object {
  if (isMedia(form)) return { [form.media]: {} };
  const { $defs, ...schema } = jsonSchema(form, io);
  Object.assign(schemas, $defs);
  return { 'application/json': { schema } };
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): Record<string, unknown> {
  const { $schema: _, ...written } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return JSON.parse(JSON.stringify(written).replaceAll('#/$defs/', '#/components/schemas/')) as Record<
    string,
    unknown
  >;
}
