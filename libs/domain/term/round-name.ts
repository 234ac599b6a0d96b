/** "cupEntry#1": a term or a stage with its round, as keys and timelines name it. */
export function roundName(id: string, round: number): string {
  return `${id}#${round}`;
}
