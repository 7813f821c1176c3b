import type { AppError } from '../../preload/contract/words/errors.ts';
import { EXIT } from '../exit-codes.ts';
import type { ExitCode } from '../exit-codes.ts';
import { failureLines } from '../output/failure.ts';
import type { Terminal } from '../output/terminal.ts';

/** Says what is wrong with the command line. */
export const refuse = (terminal: Terminal, problem: string): ExitCode => {
  terminal.tell(problem);
  return EXIT.usage;
};

/** The same for input that the console itself refused. */
export const refuseError = (terminal: Terminal, error: AppError): ExitCode => {
  for (const line of failureLines(error)) terminal.tell(line);
  return EXIT.usage;
};

/** Says why something could not be found out or done. */
export const fail = (terminal: Terminal, error: AppError): ExitCode => {
  for (const line of failureLines(error)) terminal.tell(line);
  return error.code === 'cancelled' ? EXIT.cancelled : EXIT.failed;
};
