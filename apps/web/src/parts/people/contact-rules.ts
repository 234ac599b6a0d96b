import { words } from '../../words/index.js';

const say = words.fault;

/** What a name and an address must be, wherever a person is written down. */
export const NAME = { required: say.missing };
export const EMAIL = {
  required: say.email,
  pattern: { value: /^\S+@\S+\.\S+$/, message: say.email },
};
