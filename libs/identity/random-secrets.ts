import { createHash, randomBytes, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Secrets } from '#use-cases/ports/secrets.js';

const SECRET_BYTES = 32;

/** 256 random bits as base64url, of which only the SHA-256 is kept: they need no salt and no slow hash. */
@Injectable()
export class RandomSecrets extends Secrets {
  override make(): { secret: string; hash: string } {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    return { secret, hash: this.hashOf(secret) };
  }

  override makeCode(): string {
    return String(randomInt(1_000_000)).padStart(6, '0');
  }

  override hashOf(secret: string): string {
    return createHash('sha256').update(secret).digest('hex');
  }
}
