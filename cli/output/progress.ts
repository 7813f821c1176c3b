import type { Terminal } from './terminal.ts';

/** Tells what has come to its end and how many of all have: whoever waits sees that it goes on. What ends again is counted once. */
export const tellProgress = (terminal: Terminal, total: number): ((key: string, line: string) => void) => {
  const ended = new Set<string>();
  return (key, line) => {
    ended.add(key);
    terminal.tell(`${ended.size} of ${total}: ${line}`);
  };
};
