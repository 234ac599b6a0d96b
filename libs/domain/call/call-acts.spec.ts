import type { FactBodies, FactType } from '#domain/fact/fact-kinds.js';
import type { Fact } from '#domain/fact/fact.js';
import { brakeHolds, refusedWithdrawal } from './brake.js';
import { fundsExhausted, refusedFundsExhausted, refusedVoid } from './funds.js';

const fact = <T extends FactType>(id: string, type: T, body: FactBodies[T], corrects?: string): Fact =>
  ({ id, type, body, ...(corrects === undefined ? {} : { corrects }) }) as unknown as Fact;

const launched = fact('l', 'call.launched', {
  definition: 'x',
  version: 1,
  confirmed: [],
  brakeUntil: '2024-05-08T10:10:00Z',
});
const body = { act: 'Decreto n. 1/2024', actDate: '2024-06-10', knownOn: '2024-06-11' } as const;
const spent = fact('s', 'call.fundsExhausted', body);
const voided = fact('v', 'fact.voided', {}, 's');

test('a call is withdrawn while nothing was sent, and once', () => {
  expect(refusedWithdrawal([launched], 0)).toBeUndefined();
  expect(refusedWithdrawal([launched], 2)).toMatchObject({
    code: 'AVV-10',
    detail: expect.stringContaining('2 candidature sono già inviate'),
  });
  const gone = fact('w', 'call.withdrawn', {});
  expect(refusedWithdrawal([launched, gone], 0)).toMatchObject({ code: 'AVV-09' });
});

test('the brake holds for its ten minutes, and not at all without one', () => {
  expect(brakeHolds([launched], Date.parse('2024-05-08T10:09:59Z'))).toBe(true);
  expect(brakeHolds([launched], Date.parse('2024-05-08T10:10:00Z'))).toBe(false);
  expect(brakeHolds([], 0)).toBe(false);
});

test('the money ends once, by an act that is not of tomorrow, and may be there again', () => {
  expect(refusedFundsExhausted({ body }, [launched], '2024-06-11')).toBeUndefined();
  expect(refusedFundsExhausted({ body }, [launched], '2024-06-10')?.code).toBe('TERM-11');
  expect(refusedFundsExhausted({ body }, [launched, spent], '2024-06-11')?.code).toBe('AVV-11');
  expect(refusedFundsExhausted({ body }, [launched, spent, voided], '2024-06-11')).toBeUndefined();
  expect(fundsExhausted([launched, spent])?.id).toBe('s');
  expect(fundsExhausted([launched, spent, voided])).toBeUndefined();
});

test('of a call only the end of its money is taken back, and once', () => {
  expect(refusedVoid('s', [launched, spent])).toBeUndefined();
  expect(refusedVoid('l', [launched, spent])?.code).toBe('AVV-12');
  expect(refusedVoid('s', [launched, spent, voided])?.code).toBe('AVV-12');
});
