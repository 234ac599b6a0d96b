/**
 * Shell program that keeps another program running for as long as standard input stays open. The kernel closes that
 * pipe however the starting process dies, also by `kill -9`, so nothing stays behind. A shell, because a Node process
 * for each child would cost more memory than some of the children. It is given by `sh -c` and not as a file, so that
 * it also runs as a user who cannot read the repository.
 *
 * Arguments: signal that asks the program to stop, seconds of grace before SIGKILL, command, its arguments.
 * Its process must lead its own process group. Exit status: the program's.
 */
export const watchdogScript = `
signal=$1; grace=$2; shift 2
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
{
  cat <&3 >/dev/null
  kill -s "$signal" "$program"
  sleep "$grace"
  kill -9 -$$
} 2>/dev/null &
# The reader of standard error may be gone: a word of this shell's own there would end it before its work is done.
exec 3<&- </dev/null >/dev/null 2>&1
trap '' TERM
wait "$program"
code=$?
kill -s TERM -- -$$
exit "$code"
`;
