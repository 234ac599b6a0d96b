import fc from 'fast-check';
import { aboutOf, messageKey } from './message-key.js';

test('what a message is about is read back from its key, whatever its parts hold', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.string(), (application, about, person) => {
      const to = { application, person };
      expect(aboutOf({ ...to, key: messageKey(to, about) })).toBe(about);
    }),
  );
});
