import fc from 'fast-check';
import { addDays, epochMs, instantAt, localAt, localOf } from '#domain/calendar/local-date.js';
import { isWorkingDay } from '#domain/calendar/working-day.js';
import { type Hours, nextDelivery, type PendingMessage } from './slots.js';

const referent: Hours = { officer: false, mayor: false };
const officer: Hours = { officer: true, mayor: false };
const mayor: Hours = { officer: false, mayor: true };

const at = (moment: string) => instantAt(moment.slice(0, 10) as '2027-03-26', moment.slice(11));
const ms = (moment: string) => epochMs(at(moment));
const message = (id: string, moment: string, part: Partial<PendingMessage> = {}): PendingMessage => ({
  id,
  kind: 'reminder',
  deliverAt: at(moment),
  digest: true,
  ...part,
});
/** About the CUP of Rivello: work by Friday 26 March 2027. */
const urgent = (id: string, moment: string) =>
  message(id, moment, {
    term: { id: 'cup', round: 1, end: '2027-03-28', safeEnd: '2027-03-26', peremptory: true },
  });
const told = (delivery: ReturnType<typeof nextDelivery>) =>
  delivery === undefined
    ? 'nothing'
    : `${localOf(delivery.at).date}T${localOf(delivery.at).time.slice(0, 5)} ${delivery.slot} ${delivery.messages.join()}`;

test('nothing pending, nothing sent', () => {
  expect(nextDelivery(referent, [], [], ms('2027-03-22T08:00'))).toBeUndefined();
});

test('gathers all of a morning in one e-mail at eight', () => {
  const pending = [message('b', '2027-03-22T08:00'), message('a', '2027-03-20T10:00')];
  expect(told(nextDelivery(referent, pending, [], ms('2027-03-21T19:00')))).toBe(
    '2027-03-22T08:00 2027-03-22T08:00 a,b',
  );
});

test.each([
  ['referent', referent, '2027-03-22T08:11', '2027-03-22T08:11 2027-03-22T08:11.a a'],
  [
    'referent, after the digest has gone',
    referent,
    '2027-03-22T17:59',
    '2027-03-22T17:59 2027-03-22T17:59.a a',
  ],
  ['referent, in the evening', referent, '2027-03-22T18:00', '2027-03-23T08:00 2027-03-23T08:00 a'],
  ['mayor', mayor, '2027-03-22T08:11', '2027-03-22T08:11 2027-03-22T08:11.a a'],
  ['mayor, between the two hours', mayor, '2027-03-22T08:16', '2027-03-22T13:00 2027-03-22T08:16.a a'],
  ['mayor, in the afternoon', mayor, '2027-03-22T13:16', '2027-03-23T08:00 2027-03-23T08:00 a'],
  ['mayor, on the last days', mayor, '2027-03-28T13:16', '2027-03-28T13:16 2027-03-28T13:16.a a'],
  ['officer', officer, '2027-03-22T08:11', '2027-03-22T08:11 2027-03-22T08:11.a a'],
  ['officer, by night', officer, '2027-03-22T22:00', '2027-03-23T07:45 2027-03-23T07:45 a'],
])(
  'what changes whose turn it is shortly before a peremptory end goes alone to the %s',
  (_who, to, when, wanted) => {
    const turn = message('a', when, {
      kind: 'documentReturned',
      digest: false,
      body: { presses: '2027-03-31' },
    });
    const used = [`${when.slice(0, 10)}T08:00`];
    expect(told(nextDelivery(to, [turn], used, ms(when)))).toBe(wanted);
  },
);

describe('after a standstill over the last working day of a term that ends on Sunday at 14', () => {
  // The day to work by was Friday 26 March 2027; the worker is back on the weekend.
  const missed = (moment: string) =>
    message('a', moment, {
      term: {
        id: 'cup',
        round: 1,
        end: '2027-03-28',
        cutOff: '14:00',
        safeEnd: '2027-03-26',
        peremptory: true,
      },
    });
  test.each([
    ['2027-03-27T09:12', '2027-03-27T09:14 2027-03-27T09:12.last.a a'],
    ['2027-03-27T22:30', '2027-03-28T07:00 2027-03-27T22:30.last.a a'],
    ['2027-03-28T13:59', '2027-03-28T14:00 2027-03-28T13:59.last.a a'],
    // Even that is too late: it waits for a digest, which leaves it out.
    ['2027-03-28T14:01', '2027-03-30T08:00 2027-03-30T08:00 a'],
  ])('what is decided at %s goes at once in daytime', (moment, wanted) => {
    expect(told(nextDelivery(referent, [missed(moment)], [], ms(moment)))).toBe(wanted);
  });

  test('of several things one e-mail is made', () => {
    const two = [missed('2027-03-27T09:12'), { ...missed('2027-03-27T09:12'), id: 'b' }];
    expect(told(nextDelivery(referent, two, [], ms('2027-03-27T09:13')))).toBe(
      '2027-03-27T09:14 2027-03-27T09:12.last.a a,b',
    );
  });

  test('also where the clock stands between two seconds', () => {
    const delivery = nextDelivery(referent, [missed('2027-03-27T09:12')], [], ms('2027-03-27T09:15') + 123);
    expect(delivery?.messages).toEqual(['a']);
  });

  test('also where a digest about something else has gone on that day, and never as a fourth e-mail', () => {
    const friday = missed('2027-03-26T19:00');
    const used = ['2027-03-26T08:00', '2027-03-26T12:00'];
    expect(told(nextDelivery(referent, [friday], used, ms('2027-03-26T19:00')))).toBe(
      '2027-03-26T19:02 2027-03-26T19:00.last.a a',
    );
    for (const third of ['2027-03-26T16:00', '2027-03-26T18:30.last.b']) {
      expect(nextDelivery(referent, [friday], [...used, third], ms('2027-03-26T19:00'))?.slot).toBe(
        '2027-03-30T08:00',
      );
    }
    // Confirmations are no such e-mails.
    const receipts = ['2027-03-26T09:00.x', '2027-03-26T09:10.y'];
    expect(nextDelivery(referent, [friday], [...used, ...receipts], ms('2027-03-26T19:00'))?.slot).toBe(
      '2027-03-26T19:00.last.a',
    );
  });

  test('while a digest comes before the end it is waited for', () => {
    expect(told(nextDelivery(referent, [missed('2027-03-25T19:00')], [], ms('2027-03-25T19:00')))).toBe(
      '2027-03-26T08:00 2027-03-26T08:00 a',
    );
  });
});

test('a second message of the day waits for the next working day', () => {
  const pending = [message('b', '2027-03-25T11:00')];
  expect(told(nextDelivery(referent, pending, ['2027-03-25T08:00'], ms('2027-03-25T11:00')))).toBe(
    '2027-03-26T08:00 2027-03-26T08:00 b',
  );
  const onFriday = [message('c', '2027-03-26T11:00')];
  // Saturday, Easter and Easter Monday lie between.
  expect(told(nextDelivery(referent, onFriday, ['2027-03-26T08:00'], ms('2027-03-26T11:00')))).toBe(
    '2027-03-30T08:00 2027-03-30T08:00 c',
  );
});

test('a day without an e-mail yet sends it when there is something, gathered for two minutes', () => {
  const pending = [message('a', '2027-03-22T10:42'), message('b', '2027-03-22T10:43')];
  expect(told(nextDelivery(referent, pending, [], ms('2027-03-22T10:42')))).toBe(
    '2027-03-22T10:44 2027-03-22T08:00 a,b',
  );
});

test('a worker that was down sends the morning digest when it wakes, under the name it always had', () => {
  const pending = [message('a', '2027-03-22T08:00')];
  expect(told(nextDelivery(referent, pending, [], ms('2027-03-22T15:10')))).toBe(
    '2027-03-22T15:10 2027-03-22T08:00 a',
  );
  expect(told(nextDelivery(referent, pending, [], ms('2027-03-22T18:00')))).toBe(
    '2027-03-23T08:00 2027-03-23T08:00 a',
  );
});

test('an officer has one digest at a quarter to eight', () => {
  const pending = [message('a', '2027-03-22T07:45')];
  expect(told(nextDelivery(officer, pending, [], ms('2027-03-22T06:00')))).toBe(
    '2027-03-22T07:45 2027-03-22T07:45 a',
  );
});

test('a mayor is written to at eight or at one, once a day', () => {
  const pending = [message('a', '2027-03-22T10:00')];
  expect(told(nextDelivery(mayor, pending, [], ms('2027-03-22T10:00')))).toBe(
    '2027-03-22T13:00 2027-03-22T13:00 a',
  );
  expect(told(nextDelivery(mayor, pending, ['2027-03-22T08:00'], ms('2027-03-22T10:00')))).toBe(
    '2027-03-23T08:00 2027-03-23T08:00 a',
  );
});

test('a confirmation goes alone and at once, also on Sunday, and takes no place of the digest', () => {
  const pending = [
    message('receipt', '2027-03-21T21:41', { kind: 'documentFiled', digest: false }),
    message('d', '2027-03-21T21:00'),
  ];
  expect(told(nextDelivery(referent, pending, [], ms('2027-03-21T21:41')))).toBe(
    '2027-03-21T21:41 2027-03-21T21:41.receipt receipt',
  );
  const sent = ['2027-03-22T07:50.receipt'];
  expect(told(nextDelivery(referent, pending.slice(1), sent, ms('2027-03-22T07:55')))).toBe(
    '2027-03-22T08:00 2027-03-22T08:00 d',
  );
});

test('two confirmations of one minute have names of their own', () => {
  const pending = ['a', 'b'].map((id) => message(id, '2027-03-22T09:41', { digest: false }));
  const first = nextDelivery(referent, pending, [], ms('2027-03-22T09:41'));
  const second = nextDelivery(referent, pending.slice(1), [first?.slot ?? ''], ms('2027-03-22T09:41'));
  expect([first?.slot, second?.slot]).toEqual(['2027-03-22T09:41.a', '2027-03-22T09:41.b']);
});

describe('what goes at once and is no confirmation', () => {
  const news = (id: string, moment: string) => message(id, moment, { kind: 'officeNews', digest: false });

  test('goes alone in the hours of the office', () => {
    const pending = [news('a', '2027-03-22T11:20')];
    expect(told(nextDelivery(officer, pending, ['2027-03-22T07:45'], ms('2027-03-22T11:20')))).toBe(
      '2027-03-22T11:20 2027-03-22T11:20.a a',
    );
  });

  test('found by night or on Saturday joins the officer’s next digest, all of it in one e-mail', () => {
    const saturday = [news('a', '2027-03-20T00:02'), news('b', '2027-03-20T00:02')];
    expect(told(nextDelivery(officer, saturday, [], ms('2027-03-20T00:02')))).toBe(
      '2027-03-22T07:45 2027-03-22T07:45 a,b',
    );
    expect(told(nextDelivery(officer, [news('c', '2027-03-22T18:30')], [], ms('2027-03-22T18:30')))).toBe(
      '2027-03-23T07:45 2027-03-23T07:45 c',
    );
  });

  test('that comes after the digest of the morning waits for eight, alone', () => {
    const pending = [news('a', '2027-03-22T07:50')];
    expect(told(nextDelivery(officer, pending, ['2027-03-22T07:45'], ms('2027-03-22T07:50')))).toBe(
      '2027-03-22T08:00 2027-03-22T07:50.a a',
    );
  });

  test('and was held up by a worker that was down keeps to the hours too', () => {
    const first = message('first', '2027-03-19T17:00', { digest: false });
    expect(told(nextDelivery(referent, [first], [], ms('2027-03-20T03:00')))).toBe(
      '2027-03-22T08:00 2027-03-19T17:00.first first',
    );
  });

  test('goes on any day from seven when it saves a peremptory term within three days', () => {
    const first = { ...urgent('first', '2027-03-27T10:00'), digest: false };
    expect(told(nextDelivery(referent, [first], [], ms('2027-03-27T10:00')))).toBe(
      '2027-03-27T10:00 2027-03-27T10:00.first first',
    );
    expect(told(nextDelivery(referent, [first], [], ms('2027-03-27T22:00')))).toBe(
      '2027-03-28T07:00 2027-03-27T10:00.first first',
    );
  });
});

describe('the last two days of a peremptory term', () => {
  test('allow three e-mails on the last day, the later two about that term only', () => {
    const day = ['2027-03-26T08:00'];
    const pending = [urgent('noon', '2027-03-26T12:00'), message('other', '2027-03-26T09:00')];
    expect(told(nextDelivery(referent, pending, day, ms('2027-03-26T09:00')))).toBe(
      '2027-03-26T12:00 2027-03-26T12:00 noon',
    );
    const four = [urgent('four', '2027-03-26T16:00')];
    expect(told(nextDelivery(referent, four, [...day, '2027-03-26T12:00'], ms('2027-03-26T12:01')))).toBe(
      '2027-03-26T16:00 2027-03-26T16:00 four',
    );
  });

  test('allow no fourth', () => {
    const used = ['2027-03-26T08:00', '2027-03-26T12:00', '2027-03-26T16:00'];
    expect(
      nextDelivery(referent, [urgent('x', '2027-03-26T16:30')], used, ms('2027-03-26T16:30'))?.slot,
    ).toBe('2027-03-30T08:00');
  });

  test('allow two on the day before, one on the days before that', () => {
    const on = (date: string) =>
      nextDelivery(referent, [urgent('x', `${date}T10:00`)], [`${date}T08:00`], ms(`${date}T10:00`))?.slot;
    expect(on('2027-03-25')).toBe('2027-03-25T13:00');
    expect(on('2027-03-24')).toBe('2027-03-25T08:00');
  });
});

test('a closed office is written to when it opens again', () => {
  const closed: Hours = { ...referent, isClosed: (date) => date === '2027-03-22' };
  expect(nextDelivery(closed, [message('a', '2027-03-22T08:00')], [], ms('2027-03-22T07:00'))?.slot).toBe(
    '2027-03-23T08:00',
  );
});

test('however messages come, digests go in office hours of working days and never twice under one name', () => {
  const moments = fc
    .array(fc.record({ minute: fc.integer({ min: 0, max: 10 * 24 * 60 }), urgent: fc.boolean() }), {
      minLength: 1,
      maxLength: 25,
    })
    .map((list) => list.toSorted((a, b) => a.minute - b.minute));
  const start = ms('2027-03-18T00:00');
  fc.assert(
    fc.property(moments, fc.constantFrom(referent, officer, mayor), (list, to) => {
      let open: PendingMessage[] = list.map((each, n) => {
        const moment = localAt(start + each.minute * 60_000);
        const text = `${moment.date}T${moment.time.slice(0, 5)}`;
        return each.urgent ? urgent(`m${n}`, text) : message(`m${n}`, text);
      });
      const sent: string[] = [];
      let now = start;
      for (let next = nextDelivery(to, open, sent, now); next !== undefined;) {
        const local = localOf(next.at);
        const alone = next.slot.includes('.');
        // Alone goes only what its digest would bring after the peremptory end: by day, and before it.
        expect(alone ? next.at <= at('2027-03-28T23:59') : isWorkingDay(local.date)).toBe(true);
        const { from, until } = alone ? { from: '07:00', until: '21:03' } : { from: '07:45', until: '18:00' };
        expect(local.time >= from && local.time < until).toBe(true);
        expect(sent).not.toContain(next.slot);
        for (const id of next.messages) {
          expect(epochMs(open.find((each) => each.id === id)?.deliverAt ?? '')).toBeLessThanOrEqual(
            epochMs(next.at),
          );
        }
        sent.push(next.slot);
        now = epochMs(next.at);
        const gone = next.messages;
        open = open.filter((each) => !gone.includes(each.id));
        next = nextDelivery(to, open, sent, now);
      }
      expect(open).toEqual([]);
      const usual = sent.filter((slot) => slot < '2027-03-25').map((slot) => slot.slice(0, 10));
      expect(new Set(usual).size).toBe(usual.length);
      for (let n = 0; n < 20; n += 1) {
        const day = addDays('2027-03-18', n);
        expect(sent.filter((slot) => slot.startsWith(day)).length).toBeLessThanOrEqual(3);
      }
    }),
    { numRuns: 150 },
  );
});

test('a Saturday so near to a peremptory day is foreseen on Friday evening as it is kept on Saturday', () => {
  // Work by Tuesday 16 March 2027: from Saturday 13 on people are told on any day, from seven.
  const term = { id: 'cup', round: 1, end: '2027-03-16', safeEnd: '2027-03-16', peremptory: true } as const;
  const alone = message('a', '2027-03-12T19:30', { digest: false, term });
  const saturday = '2027-03-13T07:00 2027-03-12T19:30.a a';
  for (const now of ['2027-03-12T19:30', '2027-03-13T06:59', '2027-03-13T07:00']) {
    expect(told(nextDelivery(referent, [alone], [], ms(now)))).toBe(saturday);
  }
});
