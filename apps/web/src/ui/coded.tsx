/** A sentence of the catalogue with its code at the end, in small: "Manca: scrivilo e riprova. (DATO-01)". */
export function Coded({ text }: { text: string }) {
  const [, sentence, code] = /^(.*) (\([A-Z]+-\d+\))$/s.exec(text) ?? [];
  if (sentence === undefined || code === undefined) return text;
  return (
    <>
      {sentence} <small className="problem-code">{code}</small>
    </>
  );
}
