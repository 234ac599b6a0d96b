import { Injectable } from '@nestjs/common';
import type { CapabilityKind } from '#contracts/identity.js';
import type { ActingFor, Actor } from '#domain/access/can.js';
import type { LocalDate } from '#domain/calendar/local-date.js';
import { Clock } from '../clock.js';
import { type NewAbsence, People } from '../ports/people.js';
import { Refusal } from '../refusal.js';
import { demandEvery } from './demand-people.js';
import { demand, unseen } from './demand.js';
import { writtenOver } from './written-over.js';

/** When a person is away and who stands in; what the person can sign or reach, and until when. */
@Injectable()
export class SetAvailability {
  constructor(
    private readonly people: People,
    private readonly clock: Clock,
  ) {}

  /**
   * People set their own absence; for another person it takes who manages that one's bodies.
   * @throws Refusal of `demand`; `PER-08` for days in the wrong order; `PER-09` for a substitute who cannot stand in.
   */
  async absence(actor: Actor, acting: ActingFor, person: string, absence: NewAbsence): Promise<void> {
    await this.demandAbout(actor, acting, person);
    if (absence.to < absence.from) {
      throw new Refusal('PER-08', 'L’assenza finisce prima di cominciare: controlla i due giorni.');
    }
    if (absence.substitute !== undefined) {
      const substitute = await this.people.find(actor.person, absence.substitute);
      if (substitute === undefined || !substitute.active || substitute.id === person) {
        throw new Refusal('PER-09', 'Questa persona non può sostituire: scegline un’altra dall’elenco.');
      }
    }
    await this.people.setAbsence(actor.person, person, absence);
  }

  /** @throws Refusal of `demand`; `PER-15` when no absence starts that day. */
  async cancelAbsence(actor: Actor, acting: ActingFor, person: string, from: LocalDate): Promise<void> {
    await this.demandAbout(actor, acting, person);
    if (await this.people.cancelAbsence(actor.person, person, from)) return;
    throw new Refusal('PER-15', 'Questa assenza non c’è più: ricarica l’elenco.');
  }

  /**
   * @param seen version of the capability as it was read, 0 for none; undefined: written all the same.
   * @throws Refusal of `demand`; `PER-17` when another person was quicker.
   */
  async capability(
    actor: Actor,
    acting: ActingFor,
    person: string,
    kind: CapabilityKind,
    expiresOn: LocalDate | null,
    seen: number | undefined,
  ): Promise<void> {
    await this.demandAbout(actor, acting, person);
    const done = await this.people.setCapability(actor.person, person, kind, expiresOn, seen);
    if (done !== 'set') throw await writtenOver(this.clock, 'questa abilitazione', done);
  }

  private async demandAbout(actor: Actor, acting: ActingFor, person: string): Promise<void> {
    const found = await this.people.find(actor.person, person);
    if (found === undefined) throw unseen();
    if (person !== actor.person) {
      demandEvery(actor, 'managePeople', acting, found);
      return;
    }
    const own = actor.memberships.filter((held) => held.body === acting.actingBody);
    if (own.length === 0 || acting.onBehalfOf !== undefined) demand({ allowed: false, because: 'wrongBody' });
    // An auditor reads and writes nothing, so nobody stands in for one.
    if (own.every((held) => held.role === 'auditor')) demand({ allowed: false, because: 'notYourRole' });
  }
}
