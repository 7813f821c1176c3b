import { deltaExpired, deltaTokenInvalid } from '../errors/tracking-faults.ts';
import { requireTable } from '../schema/schema.ts';
import { numberOf } from '../schema/value.ts';
import type { Session } from '../session.ts';

/** A moment from which changes are asked for: the last version number that was given before it, and when that was. */
export type DeltaToken = { readonly version: number; readonly time: number };

/** The moment of this request. */
export const tokenOfNow = ({ environment, ports }: Session): DeltaToken => ({
  version: environment.lastVersion,
  time: ports.now(),
});

/** A token as delta links carry it: `919042!08/22/2017 08:10:44` (Learn: "Use change tracking to synchronize data with external systems"). */
export function deltaTokenText({ version, time }: DeltaToken): string {
  const [day = '', clock = ''] = new Date(time).toISOString().split(/[T.]/);
  const [year = '', month = '', date = ''] = day.split('-');
  return `${version}!${month}/${date}/${year} ${clock}`;
}

/** A token in a link: encoded with small letters, as Learn shows it. */
export const encodedToken = (token: DeltaToken): string =>
  deltaTokenText(token).replaceAll(/[!/: ]/g, (it) => `%${it.charCodeAt(0).toString(16).padStart(2, '0')}`);

const pattern = /^(\d{1,15})!(\d{2})\/(\d{2})\/(\d{4}) (\d{2}:\d{2}:\d{2})$/;

/** Reads what `deltaTokenText` wrote; null for anything else. */
export function parseDeltaToken(text: string): DeltaToken | null {
  const [, version, month, date, year, clock] = pattern.exec(text) ?? [];
  const time = Date.parse(`${year}-${month}-${date}T${clock}Z`);
  return Number.isNaN(time) ? null : { version: Number(version), time };
}

/** Days that deletions are kept where the organization does not say it (Learn: same page). */
const keptDays = 7;

/**
 * Reads the token of a delta link. Deletions are kept for `expirechangetrackingindays`; what is older is refused, and so is what this
 * environment has not come to yet: its data was put back since.
 */
export function readDeltaToken(session: Session, text: string): DeltaToken {
  const token = parseDeltaToken(text);
  if (token === null) throw deltaTokenInvalid();
  const { environment, ports } = session;
  const [organization] = environment.rows(requireTable('organization')).rows();
  const days = (organization && numberOf(organization, 'expirechangetrackingindays')) ?? keptDays;
  const isTooOld = ports.now() - token.time > days * 24 * 60 * 60 * 1000;
  if (isTooOld || token.version > environment.lastVersion) throw deltaExpired();
  return token;
}
