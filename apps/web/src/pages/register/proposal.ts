import type { ApplicationPage, MilestoneForm } from '#contracts/application-page.js';
import type { ApplicationLine } from '#contracts/desk.js';

/** Words of few letters are in every text. */
const SHORTEST = 5;

function wordsOf(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** The applications that a text is probably about: by the CUP, else by the comune's name, then by the call's. */
export function applicationsIn(text: string, all: readonly ApplicationLine[]): ApplicationLine[] {
  const said = wordsOf(text);
  const byCup = all.filter(({ cup }) => cup !== null && said.includes(cup.toLowerCase()));
  if (byCup.length > 0) return byCup;
  const named = all.filter(({ applicant, ended }) => !ended && said.includes(wordsOf(applicant.name)));
  const ofCall = named.filter(({ call }) => said.includes(wordsOf(call.shortTitle)));
  return ofCall.length > 0 ? ofCall : named;
}

/** Notices that somebody outside gives: what the office registers in its own name. */
export function noticesOf({ may }: ApplicationPage): MilestoneForm[] {
  return may.milestones
    .filter(({ acting, place }) => acting.onBehalfOf === undefined && place !== 'here')
    .toSorted((a, b) => Number(b.asked) - Number(a.asked));
}

/** The notice that a text is probably about: the one whose words it says most; else the one that is waited for. */
export function noticeIn(text: string, notices: readonly MilestoneForm[]): MilestoneForm | undefined {
  const said = wordsOf(text);
  const score = ({ label, outcomes }: MilestoneForm) =>
    [label, ...outcomes.map((each) => each.label)]
      .flatMap((each) => wordsOf(each).split(/[^a-z]+/))
      .filter((word) => word.length >= SHORTEST && said.includes(stem(word))).length;
  const [best] = notices.toSorted((a, b) => score(b) - score(a));
  const asked = notices.find((each) => each.asked);
  return best !== undefined && score(best) > (asked === undefined ? 0 : score(asked))
    ? best
    : (asked ?? best);
}

/** The outcome that a text says: "Non ammessa" before "Ammessa", since the one holds the other. */
export function outcomeIn(text: string, { outcomes }: MilestoneForm): string {
  const said = wordsOf(text);
  const named = outcomes
    .filter(({ label }) =>
      wordsOf(label)
        .split(' ')
        .every((word) => said.includes(stem(word))),
    )
    .toSorted((a, b) => b.label.length - a.label.length);
  return named[0]?.code ?? '';
}

/** Without its ending: "ammessa" and "ammesso" are one. */
function stem(word: string): string {
  return word.length < SHORTEST ? word : word.slice(0, -1);
}
