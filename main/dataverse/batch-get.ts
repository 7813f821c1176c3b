/** A GET that goes to the service as the only part of a `$batch`, because its address is too long for a GET of its own. */
export type BatchGet = {
  readonly contentType: string;
  readonly body: string;
};

/** What the part was answered with. */
export type BatchAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

const CRLF = '\r\n';

/** The body of `POST $batch` with one GET (Microsoft Learn: "Execute batch operations using the Web API"; lines end with CRLF). */
export const batchGet = (
  boundary: string,
  url: string,
  headers: Readonly<Record<string, string>>,
): BatchGet => ({
  contentType: `multipart/mixed; boundary="${boundary}"`,
  body: [
    `--${boundary}`,
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    '',
    `GET ${url} HTTP/1.1`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
    `--${boundary}--`,
    '',
  ].join(CRLF),
});

const headersOf = (lines: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    lines.flatMap((line) => {
      const colon = line.indexOf(':');
      return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
    }),
  );

/** Reads the answer of the one part out of a `multipart/mixed` body; null when it has no such part. */
export const readBatchAnswer = (contentType: string, body: string): BatchAnswer | null => {
  const boundary = /^multipart\/mixed\s*;.*\bboundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) return null;
  const start = body.indexOf(`--${boundary}`);
  const end = body.indexOf(`\n--${boundary}`, start + 1);
  if (start < 0 || end < 0) return null;
  const part = body.slice(start, end);
  const [, http = '', ...rest] = part.split(/\r?\n\r?\n/);
  const [line = '', ...lines] = http.split(/\r?\n/);
  const status = /^HTTP\/1\.[01] (\d{3})\b/.exec(line)?.[1];
  if (status === undefined) return null;
  return { status: Number(status), headers: headersOf(lines), body: rest.join('\n\n').replace(/\r$/, '') };
};
