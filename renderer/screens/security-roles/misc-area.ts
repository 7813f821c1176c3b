import type { SECURITY_ROLES_TEXTS } from '../../../preload/contract/words/texts/en.ts';

/** Areas of privileges that belong to no table, in the spirit of the groups of the role editor. */
export type MiscArea = keyof typeof SECURITY_ROLES_TEXTS.areas;

/** The first area whose words stand in a privilege's name is its area. */
const AREAS: readonly (readonly [MiscArea, RegExp])[] = [
  ['auditing', /Audit|RecordChangeHistory/],
  ['customization', /Customi[sz]ation|Publish|ISVExtensions|DevErrors|LanguageSettings|SolutionComponent/],
  [
    'security',
    /User|Role|BusinessUnit|Team|Manager|Position|Territory|Reparent|ActOnBehalf|SendAs|Promote|Hierarchical|Encryption|License/,
  ],
  ['processes', /Workflow|Flow|BusinessRule|BusinessProcess|Activate/],
  ['data', /Export|Print|Merge|DocumentGeneration|Bulk|Override|Rollup|AddressBook|Availability/],
  ['clients', /Mobile|Offline|Tablet|Outlook|OfficeApps|LearningPath|Sync/],
  ['integration', /Email|Mail|SharePoint|Yammer|Social|Marketing|Campaign|Integration|Portal|Live/],
  ['sales', /Quote|Order|Invoice|Opportunity|Price|Pricing|Decrement|Goal|Article/],
];

/** The area of a privilege that belongs to no table; `other` where its name tells nothing. */
export const miscArea = (name: string): MiscArea =>
  AREAS.find(([, words]) => words.test(name))?.[0] ?? 'other';
