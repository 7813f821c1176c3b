import type { Cloud } from '../../../preload/contract/clouds.ts';
import { CLOUD_HOSTS } from '../../../preload/contract/words/cloud-hosts.ts';
import type { CloudDraft, CloudField } from '../../../preload/contract/words/cloud-rules.ts';
import { cloudProblems, suffixOwner } from '../../../preload/contract/words/cloud-rules.ts';
import { CLOUD_PROBLEM_TEXTS, CLOUDS_TEXTS } from '../../../preload/contract/words/texts/en.ts';

const TEXTS = CLOUDS_TEXTS.form;

/** What stands in the form; suffixes as they are typed. */
export type CloudFields = Omit<CloudDraft, 'environmentSuffixes'> & { readonly suffixes: string };

const EMPTY: CloudFields = {
  name: '',
  authority: '',
  portal: '',
  graph: '',
  discovery: '',
  admin: '',
  adminResource: '',
  powerApps: '',
  powerPlatform: '',
  adminCenter: '',
  maker: '',
  suffixes: '',
  pacName: '',
};

/** The form at its beginning: empty, or with what a cloud has. */
export const fieldsOf = (cloud: Cloud | null): CloudFields =>
  cloud === null
    ? EMPTY
    : {
        ...EMPTY,
        ...Object.fromEntries(CLOUD_HOSTS.map((host) => [host, cloud[host] ?? ''])),
        name: cloud.name,
        suffixes: cloud.environmentSuffixes.join(', '),
        pacName: cloud.pacName ?? '',
      };

/** The form for a copy: an environment belongs to one cloud, so its addresses are not copied. */
export const copyOf = (cloud: Cloud): CloudFields => ({
  ...fieldsOf(cloud),
  name: TEXTS.copyOf(cloud.name),
  suffixes: '',
  pacName: '',
});

/** What the form says, as main takes it. */
export const draftOf = ({
  suffixes,
  ...fields
}: CloudFields): CloudDraft & {
  readonly environmentSuffixes: string[];
} => ({ ...fields, environmentSuffixes: suffixes.split(/[\s,;]+/).filter((each) => each !== '') });

/** What is wrong with a field, in words; undefined when nothing is. */
export const fieldProblem = (
  fields: CloudFields,
  field: CloudField,
  others: readonly Cloud[],
): string | undefined => {
  const draft = draftOf(fields);
  const sameName = others.some(({ name }) => name.toLowerCase() === draft.name.trim().toLowerCase());
  if (field === 'name' && sameName) return TEXTS.nameTaken;
  const problem = cloudProblems(draft, others)[field];
  if (problem !== 'suffix-taken') return problem === undefined ? undefined : CLOUD_PROBLEM_TEXTS[problem];
  for (const suffix of draft.environmentSuffixes) {
    const owner = suffixOwner(suffix, others);
    if (owner !== null) return TEXTS.suffixTaken(suffix, owner.name);
  }
  return CLOUD_PROBLEM_TEXTS[problem];
};
