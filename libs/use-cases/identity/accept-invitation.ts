import { Injectable } from '@nestjs/common';
import { Accounts } from '../ports/accounts.js';
import { Passwords } from '../ports/passwords.js';
import { Secrets } from '../ports/secrets.js';
import { Refusal } from '../refusal.js';

/** Length counts more than strange signs (NIST SP 800-63B, 3.1.1.2). */
const PASSWORD_LENGTH = { least: 12, most: 200 } as const;

/** Sets the password of an invited person; an invitation serves once. */
@Injectable()
export class AcceptInvitation {
  constructor(
    private readonly accounts: Accounts,
    private readonly passwords: Passwords,
    private readonly secrets: Secrets,
  ) {}

  /**
   * @returns id of the person, who may sign in now.
   * @throws Refusal `ACC-04` for an invitation that is unknown, used or past; `ACC-07` for a password too short or long.
   */
  async run(invitation: string, password: string): Promise<string> {
    const hash = this.secrets.hashOf(invitation);
    // Looked at first, so that nobody makes the server hash passwords without an invitation.
    if ((await this.accounts.personOfInvitation(hash)) === undefined) throw notValid();
    demandPassword(password);
    const person = await this.accounts.acceptInvitation(hash, await this.passwords.hash(password));
    if (person === undefined) throw notValid();
    return person;
  }
}

/** @throws Refusal `ACC-07` for a password too short or long. */
export function demandPassword(password: string): void {
  const { least, most } = PASSWORD_LENGTH;
  if (password.length >= least && password.length <= most) return;
  throw new Refusal(
    'ACC-07',
    `Scegli una password da ${least} a ${most} caratteri: va bene anche una frase.`,
  );
}

/** Of an invitation that opens nothing, whatever the reason. */
export function notValid(): Refusal {
  return new Refusal(
    'ACC-04',
    'Questo invito non vale più: è già stato usato o è scaduto. Se sei già entrato, accedi; altrimenti chiedine uno nuovo all’ufficio ICT dell’Unione.',
  );
}
