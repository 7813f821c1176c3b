import { xmlDecoded } from './fetch-tag.ts';

const decodedTwice = (text: string): string | null => {
  try {
    return decodeURIComponent(decodeURIComponent(text));
  } catch {
    return null;
  }
};

/**
 * The cookie for the next page out of the annotation `@Microsoft.Dynamics.CRM.fetchxmlpagingcookie`: its attribute `pagingcookie`, URL-decoded
 * twice (Microsoft Learn: "Page results using FetchXml", Web API). Null where there is none or it cannot be read.
 */
export const readFetchCookie = (annotation: unknown): string | null => {
  if (typeof annotation !== 'string') return null;
  const raw = /\bpagingcookie\s*=\s*(?:"([^"]*)"|'([^']*)')/.exec(annotation);
  const cookie = raw === null ? null : decodedTwice(xmlDecoded(raw[1] ?? raw[2] ?? ''));
  return cookie === '' ? null : cookie;
};
