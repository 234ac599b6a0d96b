import type { AskedOf } from '#domain/fact/asked-of.js';
import type { MessageHead } from './message.js';

/**
 * `{application}/{what it is about}/{person}`: unique, so that deciding again adds nothing. What is asked of another body
 * than the applicant is about `{...}/of/{body}`.
 */
export function messageKey({ application, person, of }: Addressed & AskedOf, about: string): string {
  return `${application}/${about}${of === undefined ? '' : `/of/${of}`}/${person}`;
}

/** What a key is about: the `messageKey` without application and person. */
export function aboutOf({ key, application, person }: Addressed & Pick<MessageHead, 'key'>): string {
  return key.slice(application.length + 1, key.length - person.length - 1);
}

type Addressed = Pick<MessageHead, 'application' | 'person'>;
