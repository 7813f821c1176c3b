import type { EnvironmentSettings } from '../environment-seed.ts';
import type { Blueprint } from './blueprint.ts';
import type { Row } from '../schema/value.ts';
import { firstDayColumns } from './generate-units.ts';
import { guid } from './guid.ts';
import {
  activeSolution,
  defaultPublisher,
  defaultSolution,
  microsoftPublisher,
  systemSolution,
} from './known-solutions.ts';

/** Id of the base currency. */
export const currencyId = (plan: Blueprint): string => guid('transactioncurrency', plan.seed.organizationId);

/** The base currency. */
export const generateCurrencies = (plan: Blueprint): readonly Row[] => [
  {
    ...firstDayColumns(plan),
    transactioncurrencyid: currencyId(plan),
    currencyname: plan.seed.geo === 'NA' ? 'US Dollar' : 'Euro',
    isocurrencycode: plan.seed.geo === 'NA' ? 'USD' : 'EUR',
    currencysymbol: plan.seed.geo === 'NA' ? '$' : '€',
    exchangerate: 1,
    organizationid: plan.seed.organizationId,
    versionnumber: 90_001,
  },
];

/** Settings of the organization as the XML string that `organizations` publishes (Learn: "OrgDBOrgSettings"). */
function orgSettings(plan: Blueprint): string {
  const settings = {
    EnableOwnershipAcrossBusinessUnits: plan.seed.settings?.enableOwnershipAcrossBusinessUnits ?? false,
    DoNotRemoveRolesOnChangeBusinessUnit: plan.seed.settings?.doNotRemoveRolesOnChangeBusinessUnit ?? false,
    AlwaysMoveRecordToOwnerBusinessUnit: plan.seed.settings?.alwaysMoveRecordToOwnerBusinessUnit ?? true,
    AllowRoleAssignmentOnDisabledUsers: plan.seed.settings?.allowRoleAssignmentOnDisabledUsers ?? false,
    ManagersMustBeInSameOrParentBusinessUnitAsReports:
      plan.seed.settings?.managersMustBeInSameOrParentBusinessUnitAsReports ?? true,
    AuthorizationEnableHSMForDisabledUsers:
      plan.seed.settings?.authorizationEnableHSMForDisabledUsers ?? true,
  };
  const elements = Object.entries(settings).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<OrgSettings>${elements.join('')}</OrgSettings>`;
}

const hierarchyColumns = (hierarchy: EnvironmentSettings['hierarchySecurity']): Row =>
  hierarchy === undefined
    ? {}
    : {
        ishierarchicalsecuritymodelenabled: true,
        usepositionhierarchy: hierarchy.model === 'position',
        maxdepthforhierarchicalsecuritymodel: hierarchy.depth ?? 3,
      };

/** Numbers of the fiscal period templates (Learn: annual, semiannual, quarterly and monthly fiscal calendar table references). */
const fiscalPeriodTypes = { annually: 2000, semiannually: 2001, quarterly: 2002, monthly: 2003 } as const;

/** The one row of the organization table. */
export const generateOrganization = (plan: Blueprint): readonly Row[] => [
  {
    ...firstDayColumns(plan),
    organizationid: plan.seed.organizationId,
    name: plan.seed.uniqueName,
    orgdborgsettings: orgSettings(plan),
    initialversion: plan.seed.version,
    schemanameprefix: 'new',
    currencysymbol: plan.seed.geo === 'NA' ? '$' : '€',
    basecurrencysymbol: plan.seed.geo === 'NA' ? '$' : '€',
    basecurrencyid: currencyId(plan),
    systemuserid: plan.systemUserId,
    fiscalcalendarstart: `2000-${String(plan.seed.settings?.fiscalYearStartMonth ?? 1).padStart(2, '0')}-01T00:00:00Z`,
    fiscalperiodtype: fiscalPeriodTypes[plan.seed.settings?.fiscalPeriods ?? 'quarterly'],
    isauditenabled: true,
    ...hierarchyColumns(plan.seed.settings?.hierarchySecurity),
    versionnumber: 90_000,
  },
];

/** Microsoft's publisher and the environment's own (Learn: "Solution concepts", default publisher). */
export const generatePublishers = (plan: Blueprint): readonly Row[] => [
  {
    ...firstDayColumns(plan),
    publisherid: microsoftPublisher,
    uniquename: 'MicrosoftCorporation',
    friendlyname: 'MicrosoftCorporation',
    isreadonly: true,
    versionnumber: 90_010,
  },
  {
    ...firstDayColumns(plan),
    publisherid: defaultPublisher,
    uniquename: `DefaultPublisher${plan.seed.uniqueName}`,
    friendlyname: `Default Publisher for ${plan.seed.uniqueName}`,
    customizationprefix: 'new',
    customizationoptionvalueprefix: 10_000,
    isreadonly: false,
    versionnumber: 90_011,
  },
];

/** The system solution, the active layer of what is not managed, and the default solution (Learn: "Solution layers"). */
export const generateSolutions = (plan: Blueprint): readonly Row[] =>
  (
    [
      [systemSolution, 'System', 'System Solution', microsoftPublisher, true, false],
      [activeSolution, 'Active', 'Active Solution', defaultPublisher, false, false],
      [defaultSolution, 'Default', 'Default Solution', defaultPublisher, false, true],
    ] as const
  ).map(([solutionid, uniquename, friendlyname, publisherid, ismanaged, isvisible], index) => ({
    ...firstDayColumns(plan),
    solutionid,
    uniquename,
    friendlyname,
    publisherid,
    ismanaged,
    isvisible,
    version: '1.0',
    installedon: firstDayColumns(plan)['createdon'] ?? null,
    versionnumber: 90_012 + index,
  }));
