import type { NotedCall } from './noted-call.js';

/** A term that runs, stands still or passed and may be put right, as "Scadenze" shows it. */
export interface Deadline {
  application: { id: string; slug: string; number: string };
  applicant: { id: string; name: string };
  call: { slug: string; shortTitle: string };
  /** With the round, the same for as long as the term is: it moves and stays itself. */
  term: string;
  round: number;
  /** "inserimento del CUP" */
  label: string;
  /** What is missing for it, the first first. */
  missing: string[];
  workBy: string;
  end: string;
  cutOff: string;
  official: boolean;
  peremptory: boolean;
  status: 'running' | 'suspended' | 'lapsed';
  upTo: string;
  /** Ends that it had before, the first first. */
  was: string[];
}

/** All terms of all applications that the person sees, by the day to work by. */
export interface Deadlines {
  on: string;
  deadlines: Deadline[];
  /** Calls that are only noted and still open, for who reads them: no term of a comune. */
  noted: Pick<NotedCall, 'slug' | 'title' | 'end' | 'cutOff'>[];
}
