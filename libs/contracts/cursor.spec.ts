import { cursor, cursorOf, readCursor } from './cursor.js';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';

test('a list goes on where its cursor says', () => {
  const text = cursorOf(new Date('2027-03-26T07:02:00.000Z'), id);
  expect(cursor.parse(text)).toBe(text);
  expect(readCursor(text)).toEqual({ at: '2027-03-26T07:02:00.000Z', id });
  expect(readCursor(undefined)).toEqual({ at: null, id: null });
});

test.each(['', id, `2027-03-26_${id}`, `2027-02-30T07:02:00.000Z_${id}`, `2027-03-26T07:02:00.000Z_${id}_1`])(
  '%j is no place in a list',
  (text) => {
    expect(cursor.safeParse(text).success).toBe(false);
  },
);
