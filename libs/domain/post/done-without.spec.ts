import { doneWithout } from './done-without.js';
import type { MessageKind } from '#domain/reminder/message-kinds.js';

const KINDS: Record<MessageKind, boolean> = {
  invitation: false,
  reminder: false,
  escalation: false,
  termMoved: false,
  dateCorrected: false,
  callNews: false,
  documentFiled: true,
  documentReturned: false,
  approvalAsked: false,
  question: false,
  stillOwed: false,
  officeCall: false,
  officeRound: false,
  officeNews: false,
  officeReview: false,
};

test.each(Object.entries(KINDS) as [MessageKind, boolean][])(
  '%s is left out on wish: %s; wanted, it goes',
  (kind, left) => {
    expect(doneWithout(kind, { confirmations: false })).toBe(left);
    expect(doneWithout(kind, { confirmations: true })).toBe(false);
  },
);
