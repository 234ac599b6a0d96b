export const accessibility = {
  title: 'Dichiarazione di accessibilità',
  lead: 'Capofila vuole essere usabile da tutti, anche con la tastiera, con un lettore di schermo, con i caratteri ingranditi.',
  parts: [
    {
      title: 'Stato di conformità',
      body: [
        'Il riferimento sono le WCAG 2.2, livello AA, e la norma UNI CEI EN 301549.',
        'Le pagine sono parzialmente conformi: i controlli automatici non trovano errori, ma nessuna persona con disabilità le ha ancora provate. Chi adotta Capofila pubblica la propria dichiarazione con il modello di AgID: questa pagina contiene quello che le serve.',
      ],
    },
    {
      title: 'Che cosa è stato provato, e come',
      body: [
        'A ogni modifica un browser vero apre le pagine e axe le controlla con le regole WCAG 2.0, 2.1 e 2.2 di livello A e AA: un solo errore ferma la pubblicazione.',
        'Le pagine si provano a 360 pixel di larghezza, dove niente deve uscire dallo schermo, e con la sola tastiera.',
        'I segni hanno forma e parola: il colore non dice mai niente da solo. Chi non vuole animazioni non ne vede.',
      ],
    },
    {
      title: 'Che cosa non va ancora',
      body: [
        'Nessuna prova è stata fatta con NVDA, JAWS o VoiceOver da chi li usa ogni giorno.',
        'I documenti caricati dagli enti possono non essere accessibili: Capofila li mostra come sono.',
        'Le tabelle larghe, su uno schermo stretto, diventano elenchi: l’ordine è lo stesso, ma le colonne non si confrontano più a colpo d’occhio.',
      ],
    },
    {
      title: 'Come segnalare un problema',
      body: [
        'Scrivi o telefona all’ufficio: di’ in quale pagina eri, che cosa volevi fare e con quale strumento. Rispondiamo entro trenta giorni, come prevede la legge 4/2004; di solito molto prima.',
        'Se la risposta non arriva o non basta, puoi rivolgerti al Difensore civico per il digitale, presso AgID.',
      ],
    },
  ],
  prepared: 'Preparata il 26 novembre 2026 con un’autovalutazione.',
  write: 'Scrivi la segnalazione',
  subject: 'Accessibilità di Capofila',
};
