/** Makes the secrets that are handed out once: sessions, API tokens, invitations. */
export abstract class Secrets {
  /** A new secret and what is kept of it. */
  abstract make(): { secret: string; hash: string };

  /** Six digits, each as likely as any other, for a person to read in a mail and type. */
  abstract makeCode(): string;

  /** What is kept of a secret, to find it again. Also used to count sign-in attempts without keeping addresses. */
  abstract hashOf(secret: string): string;
}
