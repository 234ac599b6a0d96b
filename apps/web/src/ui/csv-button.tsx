import { words } from '../words/index.js';
import { Button } from './button.js';
import { csv, type CsvValue } from './csv.js';

/** Gives the list that is shown, as a file for Excel; made here, from what is on the page. */
export function CsvButton({
  name,
  head,
  rows,
}: {
  /** Name of the file, without its ending. */
  name: string;
  head: readonly string[];
  rows: () => readonly (readonly CsvValue[])[];
}) {
  const save = () => {
    const address = URL.createObjectURL(new Blob([csv(head, rows())], { type: 'text/csv;charset=utf-8' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${name}.csv`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <Button tone="secondary" small onClick={save}>
      {words.lists.csv}
    </Button>
  );
}
