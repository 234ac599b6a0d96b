import type { MessageHead } from './message.js';

/** `{application}/{what it is about}/{person}`: unique, so that deciding again adds nothing. */
export function messageKey({ application, person }: Addressed, about: string): string {
  return `${application}/${about}/${person}`;
}

/** What a key is about: the `messageKey` without application and person. */
export function aboutOf({ key, application, person }: Addressed & Pick<MessageHead, 'key'>): string {
  return key.slice(application.length + 1, key.length - person.length - 1);
}

type Addressed = Pick<MessageHead, 'application' | 'person'>;
