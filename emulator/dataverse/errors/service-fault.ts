import type { DataverseRuleName } from '../uncertain-rules.ts';

/** What is answered instead where another value of an uncertain rule was chosen. */
export type Otherwise = {
  readonly rule: DataverseRuleName;
  /** Refusals by the values of the rule that are not its default. */
  readonly answers: Readonly<Record<string, ServiceFault>>;
};

/**
 * A refusal of the service: status, code and text of its error answer. It is thrown where it is found and turned
 * into an answer at one place, as in the server that this imitates; every fault is made by a function of
 * `errors/`, so that texts and codes stand in one room.
 */
export class ServiceFault extends Error {
  readonly status: number;
  /** `0x` and eight hex digits. */
  readonly code: string;
  readonly otherwise: Otherwise | null;
  /** Writes down what stays of a change although all else of it is taken back. */
  readonly leave: (() => void) | null;

  constructor(
    status: number,
    code: string,
    message: string,
    otherwise: Otherwise | null = null,
    leave: (() => void) | null = null,
  ) {
    super(message);
    this.name = 'ServiceFault';
    this.status = status;
    this.code = code;
    this.otherwise = otherwise;
    this.leave = leave;
  }

  /** The same refusal, of a change that leaves something. */
  leaving(leave: () => void): ServiceFault {
    return new ServiceFault(this.status, this.code, this.message, this.otherwise, leave);
  }
}
