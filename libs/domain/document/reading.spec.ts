import { epochMs, instantAt, isoInstant, type LocalDate } from '#domain/calendar/local-date.js';
import { nextReading, readingInWords, type SpoiltPaper, spoiltInWords, tellFilesAt } from './reading.js';

const at = (date: LocalDate, time: string) => epochMs(instantAt(date, time));
const paper = (name: string, fault: SpoiltPaper['fault'] = 'lost'): SpoiltPaper => ({
  sha256: name,
  fault,
  fileName: `${name}.pdf`,
  applicant: 'Rivello',
  number: 'ULL-2027-0003',
});

test('all files are read in the night to Sunday; in the next night while one is to be restored', () => {
  // Friday 26 March 2027; the clock goes on in the night to Sunday 28.
  expect(nextReading(at('2027-03-26', '08:05'), false)).toBe(at('2027-03-28', '03:00'));
  expect(nextReading(at('2027-03-28', '03:00'), false)).toBe(at('2027-04-04', '03:00'));
  expect(nextReading(at('2027-03-28', '03:10'), false)).toBe(at('2027-04-04', '03:00'));
  expect(nextReading(at('2027-03-28', '03:10'), true)).toBe(at('2027-03-29', '03:00'));
  expect(nextReading(at('2027-03-29', '01:00'), true)).toBe(at('2027-03-29', '03:00'));
});

test.each([
  ['2027-03-28', '03:10', '2027-03-30', '08:00'],
  ['2027-03-30', '03:10', '2027-03-30', '08:00'],
  ['2027-03-30', '10:15', '2027-03-30', '10:15'],
  ['2027-03-30', '18:00', '2027-03-31', '08:00'],
] as const)('found on %s at %s it is told on %s at %s: Easter Monday is the 29th', (day, time, on, hour) => {
  expect(isoInstant(tellFilesAt(at(day, time)))).toBe(instantAt(on, hour));
});

test('what is to be restored is named, with what to do and what not', () => {
  expect(spoiltInWords([])).toBeUndefined();
  expect(spoiltInWords([paper('delibera'), paper('cup', 'changed')])).toBe(
    'Da riprendere dalla copia di sicurezza: «delibera.pdf» (Rivello, ULL-2027-0003) non si trova più; «cup.pdf» (Rivello, ULL-2027-0003) non è più quello depositato. Avvisa chi gestisce Capofila: con la copia di sicurezza il file torna al suo posto, con lo stesso nome. Non serve ricaricarlo: che cosa fu depositato e quando resta in atti. Capofila rilegge ogni notte, e lo toglie da qui quando è a posto. (SYS-09)',
  );
  expect(spoiltInWords(['a', 'b', 'c', 'd'].map((name) => paper(name)))).toContain('; e un altro. Avvisa');
  expect(spoiltInWords(['a', 'b', 'c', 'd', 'e'].map((name) => paper(name)))).toContain(
    '; e altri 2. Avvisa',
  );
});

test('whoever checks reads when all files were last held against the record', () => {
  const readAt = instantAt('2027-03-28', '03:02');
  expect(readingInWords({ files: 0, spoilt: [] }, '2027-03-28')).toMatch(/non sono ancora stati riletti/);
  expect(readingInWords({ readAt, files: 214, spoilt: [] }, '2027-04-01')).toBe(
    'I file depositati sono stati riletti domenica 28 marzo alle 3:02: 214 file, tutti uguali a come furono depositati.',
  );
  expect(readingInWords({ readAt, files: 214, spoilt: [paper('a'), paper('a')] }, '2028-01-02')).toBe(
    'I file depositati sono stati riletti domenica 28 marzo 2027 alle 3:02: 214 file, uno da riprendere dalla copia di sicurezza.',
  );
});
