import type { AppProfile } from '../../../../preload/contract/app-profiles.ts';
import type { Evidence, LinkResult } from '../../../../preload/contract/doctor.ts';
import type { RecordedChain } from '../../../../main/doctor/pack/run-record.ts';
import { DOCTOR_LINKS, EVIDENCE_LABELS } from '../../../../preload/contract/words/doctor.ts';
import type { AppError } from '../../../../preload/contract/words/errors.ts';
import { environmentNamed } from '../../dataverse/local-environments.ts';
import { credential, profileWith } from '../../query/app-profile.ts';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** What must be in no pack, by what it is. */
export const CANARIES = {
  secret: 'xQ98Q~CANARYsecretCANARYsecretCANARYsec',
  token: `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ upn: 'canary' })}.c2lnbmF0dXJlQ0FOQVJZ`,
  upn: 'canary.kovacs@canarycorp.onmicrosoft.com',
  mail: 'canary.kovacs+vip@canary-mail.example.org',
  phone: '+43 664 555 01 23',
  person: 'Canary Kovács-Müller',
  host: 'canarycorp.crm4.dynamics.com',
  address: '203.0.113.77',
  guid: 'ca4a4700-1111-4222-8333-ca4a47ca4a47',
  folder: String.raw`C:\Users\canary.k`,
} as const;

const evil = Object.values(CANARIES);

/** Every label of evidence with every canary: more than a chain could ever hold. */
const evidence: readonly Evidence[] = EVIDENCE_LABELS.flatMap((label) =>
  evil.flatMap((value) =>
    (['text', 'id', 'word', 'instant', 'number', 'milliseconds'] as const).map((kind) => ({
      label,
      kind,
      value,
      expected: CANARIES.upn,
    })),
  ),
);

/** A chain in which canaries stand wherever a value can. */
export const canaryChain = (
  error: AppError,
  { evidence: withEvidence }: { readonly evidence: boolean } = { evidence: true },
): RecordedChain => {
  const profile: AppProfile = {
    ...profileWith([{ ...credential(1), label: CANARIES.person }]),
    name: CANARIES.person,
  };
  const results = DOCTOR_LINKS.map((link): LinkResult => ({
    link,
    verdict: link === 'query' ? { state: 'failed', cause: 'permission', error } : { state: 'symptom', error },
    evidence: withEvidence ? [...evidence] : [],
    at: CANARIES.mail,
    milliseconds: 4,
  }));
  return {
    profile,
    environment: { ...environmentNamed('canarycorp', 1), name: CANARIES.host },
    question: {
      kind: 'query',
      odata: `contacts?$filter=emailaddress1 eq '${CANARIES.mail}' and telephone1 eq '${CANARIES.phone}'`,
    },
    links: new Map(results.map((result) => [result.link, result])),
    end: { outcome: 'failed', root: 'query' },
  };
};

/** What of the canaries stands in a text, whatever its case and however it is escaped. */
export const found = (text: string): readonly string[] => {
  const forms = (value: string) => [value, JSON.stringify(value).slice(1, -1), encodeURIComponent(value)];
  const lower = text.toLowerCase();
  return [...evil, 'canary', 'kovács', '664 555'].filter((value) =>
    forms(value).some((form) => lower.includes(form.toLowerCase())),
  );
};
