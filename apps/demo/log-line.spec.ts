import { shownLogLine } from './log-line.js';

test('shows the message of a JSON line of level info, as number or as word', () => {
  expect(shownLogLine('{"level":30,"msg":"call launched"}')).toBe('call launched');
  expect(shownLogLine('{"level":"log","message":"call launched"}')).toBe('call launched');
});

test('names the level of a warning and of an error', () => {
  expect(shownLogLine('{"level":40,"msg":"slow"}')).toBe('warning: slow');
  expect(shownLogLine('{"level":"error","message":"no mail server"}')).toBe('error: no mail server');
});

test('hides debug lines, lines that are not JSON and broken JSON', () => {
  expect(shownLogLine('{"level":20,"msg":"detail"}')).toBeUndefined();
  expect(shownLogLine('{"level":"debug","msg":"detail"}')).toBeUndefined();
  expect(shownLogLine('plain text')).toBeUndefined();
  expect(shownLogLine('{"level":30')).toBeUndefined();
});
