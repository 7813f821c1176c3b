import { unsupportedMediaType } from '../errors/write-faults.ts';
import type { Session } from '../session.ts';
import { dataverseRule } from '../uncertain-rules.ts';

/** Refuses a body that does not say that it is JSON (Learn: "Compose HTTP requests and handle errors", HTTP headers). */
export function requireJson({ environment, ports, request }: Session): void {
  const { body, headers } = request;
  if (body === '') return;
  const type = headers['content-type'];
  if (type !== undefined) {
    if (!/^application\/json\s*(?:;|$)/i.test(type)) throw unsupportedMediaType(type);
    return;
  }
  // What has no type is this to ASP.NET Web API.
  if (dataverseRule(ports.rules, environment.seed, 'bodyWithoutType') === 'refuse')
    throw unsupportedMediaType('application/octet-stream');
}
