/**
 * The only platform globals that the contract may use, because Node, Electron and the page all have them.
 * Neither the DOM's nor Node's types are loaded here on purpose.
 */
interface AbortSignal {
  readonly aborted: boolean;
}

declare class URL {
  static canParse(url: string): boolean;
  constructor(url: string);
  readonly protocol: string;
  readonly origin: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly username: string;
  readonly password: string;
}
