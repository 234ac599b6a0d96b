/** Wake-ups on their way to the engine. */
export abstract class Outbox {
  /** Seconds for which the oldest wake-up has waited; 0 when none waits. */
  abstract waitingSeconds(): Promise<number>;
}
