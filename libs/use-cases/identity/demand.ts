import type { Decision } from '#domain/access/can.js';
import { Refusal } from '../refusal.js';

/**
 * Goes on only when the policy table allows it.
 * @throws Refusal `ACC-404` when the thing must stay hidden, `ACC-05` for the wrong acting body, `ACC-06` for the role.
 */
export function demand(decision: Decision): void {
  if (decision.allowed) return;
  switch (decision.because) {
    case 'unseen':
      throw unseen();
    case 'wrongBody':
      throw new Refusal(
        'ACC-05',
        'Non puoi agire per questo ente: scegli uno dei tuoi enti che partecipano, oppure chiedi all’ufficio ICT dell’Unione.',
      );
    case 'notYourRole':
      throw new Refusal(
        'ACC-06',
        'Il tuo incarico non permette questa operazione: chiedi a chi ha l’incarico giusto o all’ufficio ICT dell’Unione.',
      );
  }
}

/** What does not exist and what is of others sound the same. */
export const NOT_THERE = 'Questa pagina non c’è, o non è del tuo Comune: controlla l’indirizzo.';

export function unseen(): Refusal {
  return new Refusal('ACC-404', NOT_THERE);
}
