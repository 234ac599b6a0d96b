import type { Scenario } from '#domain/fact/scenario.js';

/** Who does what, as the official table says it of each scenario. */
export interface ScenarioWords {
  /** "il Comune firma il contratto, la CUC fa la gara" */
  readonly who: string;
  readonly contract: string;
  /** Who signs the certificato di regolare esecuzione. */
  readonly cre: string;
  /** What the platform asks for beside it. */
  readonly upload: string;
}

const TWO_SIGNATURES =
  'Il CRE lo firmano il RUP dell’Unione e, se è un’altra persona, anche il responsabile del Comune o il segretario.';

export const SCENARIO_WORDS: Readonly<Record<Scenario, ScenarioWords>> = {
  0: {
    who: 'il Comune fa tutto da sé, l’Unione aiuta senza una parte formale',
    contract: 'Il contratto lo firma il Comune.',
    cre: 'Il CRE lo firma il RUP indicato nella determina.',
    upload: 'Sulla piattaforma vanno la determina e il contratto.',
  },
  1: {
    who: 'il Comune firma il contratto, la CUC dell’Unione fa la gara',
    contract: 'Il contratto lo firma il Comune, che tiene anche i fondi.',
    cre: 'Il CRE lo firma il RUP.',
    upload: 'Sulla piattaforma vanno la determina, il contratto e l’accordo o la convenzione con l’Unione.',
  },
  2: {
    who: 'il Comune trasferisce i fondi, l’Unione firma i contratti con i fornitori',
    contract: 'I contratti li firma l’Unione.',
    cre: TWO_SIGNATURES,
    upload: 'Sulla piattaforma vanno la convenzione e i contratti fra l’Unione e i fornitori.',
  },
  3: {
    who: 'l’Unione realizza da sé',
    contract: 'Non c’è un contratto del Comune con un fornitore: l’Unione lavora con un ordine di servizio.',
    cre: TWO_SIGNATURES,
    upload: 'Sulla piattaforma vanno la convenzione e l’ordine di servizio.',
  },
};

/** What holds in every scenario. */
export const ALWAYS =
  'In ogni caso il soggetto attuatore è il Comune e il CUP è suo; il CUP va scritto negli atti di affidamento e, dove c’è, nell’accordo con l’Unione.';

export const SCENARIO_SOURCE = 'FAQ 02/004/002 di PA digitale 2026';
