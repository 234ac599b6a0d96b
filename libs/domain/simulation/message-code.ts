import { type MessageContent, type MessageHead, ofMessage } from '#domain/reminder/message.js';
import type { MessageBodies } from '#domain/reminder/message-kinds.js';
import { roundName } from '#domain/term/round-name.js';

/**
 * What a message is about, without person, ids and dates: of a term that moved a reminder is still the same one. Several
 * of one code are told apart by their order.
 */
export function codeOfMessage(message: MessageContent & Pick<MessageHead, 'term' | 'step'>): string {
  const { kind, term, step } = message;
  const { of } = ofMessage(message);
  const parts = [kind, term && roundName(term.id, term.round), ...aboutOf(message), step, of && `of ${of}`];
  return parts.filter((each) => each !== undefined).join(' ');
}

/** What the term does not say. */
function aboutOf({ kind, body }: MessageContent): (string | undefined)[] {
  switch (kind) {
    case 'escalation':
    case 'approvalAsked':
      return turnOf(body);
    case 'dateCorrected':
      return body.gone === undefined ? [] : ['gone', roundName(body.gone, body.round)];
    case 'callNews':
      return [body.news];
    case 'documentFiled':
      return [body.requirement ?? body.milestone];
    case 'documentReturned':
      return [body.requirement ?? body.sentBack];
    case 'officeReview':
      return [body.requirement];
    case 'question':
    case 'officeRound':
      return [body.stage];
    case 'officeCall':
      return [body.why, ...callOf(body)];
    case 'officeNews':
      return [body.news, ...newsOf(body)];
    default:
      return [];
  }
}

function callOf(body: MessageBodies['officeCall']): (string | undefined)[] {
  switch (body.why) {
    case 'unanswered':
      return turnOf(body);
    case 'silence':
      return missed(body);
    case 'cannot':
    case 'notMine':
      return [...missed(body), body.requirement];
    case 'talk':
    case 'funds':
      return [];
    default:
      return body satisfies never;
  }
}

function newsOf(body: MessageBodies['officeNews']): (string | undefined)[] {
  switch (body.news) {
    case 'termLapsed':
    case 'neverAnswered':
    case 'reinstated':
    case 'runsAgain':
      return missed(body);
    case 'saysDone':
      return [...missed(body), body.requirement];
    case 'interrupt':
      return [body.interrupt];
    case 'stage':
      return [body.stage];
    case 'mayBeExcluded':
      return [body.requirement];
    case 'finding':
      return [body.code, body.with];
    case 'deadAddress':
      return [body.state];
    default:
      return body satisfies never;
  }
}

function turnOf(body: { approval?: string; role?: string }): (string | undefined)[] {
  return [body.approval, body.role];
}

function missed({ term, round }: { term?: string; round?: number }): string[] {
  return term === undefined ? [] : [roundName(term, round ?? 1)];
}
