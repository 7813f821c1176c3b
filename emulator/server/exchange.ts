/** Base URLs, without a trailing slash, in the form in which the request came. */
export type Links = {
  /** Base URL of the host that answers. */
  readonly self: string;
  /** Base URL of another canonical host, in the same form. */
  readonly to: (host: string) => string;
  /** Base URL of the sign-in service, which also answers at the root of the server. */
  readonly login: string;
  /** Base URL of the sign-in service for a browser that was set up as the client was: without any name resolution, or with the proxy. */
  readonly browserLogin: string;
  /** The same for a browser of another device, which was not set up at all. */
  readonly deviceLogin: string;
  /** True when the client knows hosts by their names: in `X-Forwarded-Host`, or through the proxy. */
  readonly canonical: boolean;
};

/** A request to one canonical host, independent of the form of address in which it arrived. */
export type ServiceRequest = {
  readonly method: string;
  /** Path below the host with its leading slash, still percent-encoded. */
  readonly path: string;
  /** Raw query string without the question mark. */
  readonly query: string;
  /** Header names in lower case; repeated headers joined by `, `. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly links: Links;
};

/** The answer to a request. */
export type ServiceResponse = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** `Set-Cookie`, as often as there are cookies. */
  readonly cookies?: readonly string[];
  readonly body: string;
  /** Breaks the connection instead of answering: an injected fault. */
  readonly reset?: true;
};

/** One host of the demo cloud. */
export type Service = (request: ServiceRequest) => ServiceResponse | Promise<ServiceResponse>;

/** A JSON answer; `headers` are added to the content type. */
export function json(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): ServiceResponse {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(value),
  };
}

/** An answer without a body. */
export function empty(status: number, headers: Readonly<Record<string, string>> = {}): ServiceResponse {
  return { status, headers, body: '' };
}

/**
 * The parameters of a query string or form body. Percent-encoding that is not UTF-8 is kept as it is, as the
 * URL Standard has it, so that no input makes this throw.
 */
export function parameters(text: string): URLSearchParams {
  return new URLSearchParams(text);
}

/** Decodes a path segment; `null` when its percent-encoding is broken. */
export function decodeSegment(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
