import type { LinkResult } from '../../../preload/contract/doctor.ts';
import { DOCTOR_LINKS } from '../../../preload/contract/words/doctor.ts';
import type { ChainOutcome, DoctorLink } from '../../../preload/contract/words/doctor.ts';
import { createFacts } from './chain-facts.ts';
import type { ChainPorts } from './chain-facts.ts';
import type { ChainLink, ChainSubject, Finding } from './chain-link.ts';
import { skipped } from './finding.ts';
import { applicationUserLink, whoAmILink } from './links/identity-links.ts';
import { privilegesLink, queryLink } from './links/question-links.ts';
import { authorityLink, tenantLink, urlLink } from './links/reach-links.ts';
import { rolesLink } from './links/roles-link.ts';
import { claimsLink, credentialLink, tokenLink } from './links/sign-in-links.ts';

const LINKS: readonly ChainLink[] = [
  urlLink,
  tenantLink,
  authorityLink,
  credentialLink,
  tokenLink,
  claimsLink,
  whoAmILink,
  applicationUserLink,
  rolesLink,
  privilegesLink,
  queryLink,
];

/** What came of a chain. `root` is the broken link, or the first of which nothing is known; null when all is well. */
export type ChainEnd = { readonly outcome: ChainOutcome; readonly root: DoctorLink | null };

/** Judges the links that were looked at: a broken one is the root; an answer to the question proves what could not be seen. */
export const endOf = (results: readonly LinkResult[]): ChainEnd => {
  const first = (state: LinkResult['verdict']['state']): DoctorLink | null =>
    results.find(({ verdict }) => verdict.state === state)?.link ?? null;
  if (results.some(({ verdict }) => verdict.state === 'skipped' && verdict.reason === 'cancelled'))
    return { outcome: 'cancelled', root: null };
  const root = first('failed');
  if (root !== null) return { outcome: 'failed', root };
  const proved = results.some(({ link, verdict }) => link === 'query' && verdict.state === 'ok');
  const open = proved ? null : (first('unknown') ?? first('symptom'));
  return open === null ? { outcome: 'ok', root: null } : { outcome: 'unknown', root: open };
};

/** Told while a chain is looked at. */
export type ChainTold = {
  readonly looking: (link: DoctorLink) => Promise<void>;
  readonly found: (result: LinkResult) => Promise<void>;
};

/** Looks at one link after the other and stops at the one that is broken; the others are told as skipped, and why. */
export const runChain = async (
  ports: ChainPorts,
  subject: ChainSubject,
  from: DoctorLink | null,
  told: ChainTold,
  signal: AbortSignal,
): Promise<ChainEnd> => {
  const start = from === null ? 0 : DOCTOR_LINKS.indexOf(from);
  // Whoever begins below the token wants to know what became of the rest, not another token.
  const facts = createFacts(ports, subject, start <= DOCTOR_LINKS.indexOf('token'));
  const context = { subject, facts, now: ports.now };
  const results: LinkResult[] = [];
  let broken = false;
  const look = async (link: ChainLink, place: number): Promise<Finding> => {
    if (place < start) return skipped('before-start');
    if (broken) return skipped('earlier-link');
    if (signal.aborted) return skipped('cancelled');
    await told.looking(link.id);
    const finding = await link.look(context, signal);
    // What was given up says nothing about the link.
    return signal.aborted ? skipped('cancelled') : finding;
  };
  for (const [place, link] of LINKS.entries()) {
    const begun = ports.now();
    const { verdict, evidence } = await look(link, place);
    broken ||= verdict.state === 'failed';
    const result: LinkResult = {
      link: link.id,
      verdict,
      evidence: [...evidence],
      at: new Date(begun).toISOString(),
      milliseconds: Math.max(0, ports.now() - begun),
    };
    results.push(result);
    await told.found(result);
  }
  return endOf(results);
};
