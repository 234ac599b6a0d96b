import { ROUTES } from '#contracts/routes.js';
import { openApi } from './openapi.js';

interface Described {
  paths: Record<string, Record<string, { operationId: string; responses: Record<string, object> }>>;
  components: { schemas: Record<string, object> };
}

const described = openApi(() => true) as Described;

test('the description tells of every route of the table, what it answers and with which codes it refuses', () => {
  const operations = Object.values(described.paths).flatMap(Object.values);
  const told = operations.map((each) => each.operationId);
  expect(new Set(told)).toEqual(new Set(Object.values(ROUTES).map(({ id }) => id)));
  expect(new Set(told).size).toBe(Object.keys(ROUTES).length);
  const noted = described.paths['/noted-calls/{noted}']?.['put']?.responses;
  expect(noted?.['200']).toMatchObject({
    content: { 'application/json': { schema: { $ref: '#/components/schemas/NotedCall' } } },
  });
  expect(noted?.['412']).toMatchObject({ description: 'AVV-16' });
});

test('every form that it refers to is there', () => {
  const named = JSON.stringify(described).matchAll(/"#\/components\/schemas\/(\w+)"/g);
  const missing = [...named].filter(([, name]) => described.components.schemas[name ?? ''] === undefined);
  expect(missing).toEqual([]);
});

test('what only a demo has is not told where it is not', () => {
  const without = openApi((address) => !address.includes('/demo')) as Described;
  expect(Object.keys(without.paths).filter((path) => path.startsWith('/demo'))).toEqual([]);
});
