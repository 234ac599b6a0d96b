/** How the service does, as anybody may ask. */
export interface ServiceStatus {
  status: 'ok' | 'delayed';
  /** One Italian sentence. */
  detail: string;
  /** Seconds for which the oldest wake-up has waited; 0 when none waits. */
  waitingSeconds: number;
  /** A demo: everything here is invented, and people are one click away. */
  demo: boolean;
}
