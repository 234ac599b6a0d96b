import { words } from '../words/index.js';

const say = words.people;

/** What a name and an address must be, wherever a person is written down. */
export const NAME = { required: say.required };
export const EMAIL = {
  required: say.wrongEmail,
  pattern: { value: /^\S+@\S+\.\S+$/, message: say.wrongEmail },
};
