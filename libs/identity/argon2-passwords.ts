import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Injectable } from '@nestjs/common';
import { Passwords } from '#use-cases/ports/passwords.js';

const argon2id = promisify(argon2);

interface Cost {
  /** KiB. */
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
}

/** Second choice of the OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const COST: Cost = { memory: 19_456, passes: 2, parallelism: 1 };
const SALT_BYTES = 16;
const TAG_BYTES = 32;

/** Beyond these a stored hash was not made here: it must not be able to take all memory or a minute. */
const MOST: Cost = { memory: 1_048_576, passes: 16, parallelism: 16 };

const FORM =
  /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{11,86})\$([A-Za-z0-9+/]{22,86})$/;

/** argon2id (RFC 9106) of Node's own crypto, kept in the PHC string format: `$argon2id$v=19$m=...,t=...,p=...$salt$tag`. */
@Injectable()
export class Argon2Passwords extends Passwords {
  #decoy: Promise<string> | undefined;

  override async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const tag = await derive(password, salt, TAG_BYTES, COST);
    return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
  }

  override async verify(password: string, hash: string | undefined): Promise<boolean> {
    this.#decoy ??= this.hash(randomBytes(SALT_BYTES).toString('hex'));
    const [, memory, passes, parallelism, salt, tag] = FORM.exec(hash ?? (await this.#decoy)) ?? [];
    if (salt === undefined || tag === undefined) return false;
    const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
    if (cost.memory > MOST.memory || cost.passes > MOST.passes || cost.parallelism > MOST.parallelism)
      return false;
    const expected = Buffer.from(tag, 'base64');
    const found = await derive(password, Buffer.from(salt, 'base64'), expected.length, cost);
    return timingSafeEqual(found, expected) && hash !== undefined;
  }
}

/** The same password typed on two keyboards may come as different code points: NFKC makes them one (RFC 8265). */
function derive(password: string, nonce: Buffer, tagLength: number, cost: Cost): Promise<Buffer> {
  return argon2id('argon2id', { message: password.normalize('NFKC'), nonce, tagLength, ...cost });
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
