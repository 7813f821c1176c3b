import type { Evidence } from '../../../preload/contract/doctor.ts';
import type { EvidenceLabel } from '../../../preload/contract/words/doctor.ts';
import type { FieldKind } from './field-kinds.ts';
import type { Redactor, Shown } from './redactor.ts';

/** What the evidence of a label is: leaving one out does not compile. */
const KINDS: Readonly<Record<EvidenceLabel, FieldKind>> = {
  url: 'host',
  cloud: 'cloud',
  'cloud-of-workspace': 'cloud',
  tenant: 'tenant-id',
  'tenant-of-workspace': 'tenant-id',
  authority: 'host',
  resource: 'host',
  app: 'app',
  'home-tenant': 'tenant-id',
  credential: 'credential',
  'credential-kind': 'word',
  'credential-ends': 'instant',
  'credential-kept': 'word',
  audience: 'value',
  'issued-for-app': 'app-id',
  'service-principal': 'principal-id',
  'signed-with': 'word',
  'token-ends': 'instant',
  user: 'user-id',
  organization: 'organization-id',
  'answered-in': 'number',
  'seen-by': 'word',
  state: 'word',
  'business-unit': 'unit',
  role: 'role',
  'team-role': 'role',
  'system-administrator': 'role',
  privileges: 'number',
  needs: 'schema-name',
  reaches: 'word',
  'granted-by': 'role',
  'granted-by-team': 'role',
  'granted-by-sharing': 'team',
  'granted-otherwise': 'word',
  sharing: 'word',
  'hidden-column': 'schema-name',
  'column-by-team': 'schema-name',
  record: 'row',
  owner: 'person',
  rows: 'number',
  status: 'number',
  code: 'code',
  'last-change': 'instant',
};

/** A piece of evidence as it may stand in a pack, and what was expected where that differs. */
export const tellableEvidence = (
  { expected, kind, label, value }: Evidence,
  redactor: Redactor,
): { readonly value: Shown; readonly expected: Shown | null } => {
  // A business unit stands by its name or by its id.
  const of: FieldKind = kind === 'id' && label === 'business-unit' ? 'unit-id' : KINDS[label];
  const differs = expected !== null && expected.toLowerCase() !== value.toLowerCase();
  return {
    value: redactor.show(of, value),
    expected: differs ? redactor.show(of, expected) : null,
  };
};
