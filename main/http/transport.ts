/**
 * Puts one request on the wire, nothing else: Node's (undici) in tests, the command line and the Chromium host, Electron's `net` in the Electron host.
 * Rejects with the platform's own error; does not follow redirects.
 */
export type Transport = (request: {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal;
}) => Promise<{
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: () => Promise<string>;
  /** The bytes of the body instead, in the parts in which they came, where the transport has them. */
  readonly parts?: () => Promise<readonly Buffer[]>;
}>;

/** Where the demo cloud listens: canonical hosts ending in `.demo.test` are sent to `origin/key/<host>/…` instead. */
export type DemoCloudAddress = { readonly origin: string; readonly key: string };

/** Rejection of `text` and `parts` when an answer is larger than the console reads. */
export class BodyTooLargeError extends Error {
  readonly status: number;
  constructor(status: number) {
    super('the answer is too large');
    this.name = 'BodyTooLargeError';
    this.status = status;
  }
}
