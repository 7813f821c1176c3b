import type { Blueprint } from './blueprint.ts';
import type { ApplicationUserSeed, UserSeed } from '../environment-seed.ts';
import type { Row } from '../schema/value.ts';
import { applicationUserColumns, azureStates } from './application-user-row.ts';
import { firstDayColumns } from './generate-units.ts';
import { guid } from './guid.ts';
import { jobTitle, personName, phone, place, slug } from './names.ts';
import { randomFor } from './random.ts';
import { generatedTime } from './wire-time.ts';

/** Key of a row that marks an application user of the platform; no column, so clients never see it. */
export const platformMark = 'applicationid:platform';

/** Id of the user row of a directory object in one environment. */
export const userIdOf = (plan: Blueprint, objectId: string): string =>
  guid('systemuser', plan.seed.organizationId, objectId);

/** Id of the row of an application user in one environment. */
export const applicationUserIdOf = (plan: Blueprint, appId: string): string =>
  guid('application user', plan.seed.organizationId, appId);

const generatedRoles = [
  'Salesperson',
  'Sales Team Member',
  'Customer Service Representative',
  'Sales Manager',
  'Marketing Professional',
];

/** The people that the seed asks for beside those it names, with their roles. */
export function generatedPeople(plan: Blueprint): readonly UserSeed[] {
  const random = randomFor(`${plan.seed.organizationId}/people`);
  const units = plan.seed.businessUnits.map((it) => it.key);
  return Array.from({ length: plan.seed.generatedUsers }, (_, index) => {
    const name = personName(random);
    return {
      objectId: guid('person', plan.seed.tenantId, index),
      username: `${slug(name.first)}.${slug(name.last)}${index}@${plan.seed.uniqueName}.demo.test`,
      displayName: `${name.first} ${name.last}`,
      businessUnit: random.pick(units),
      roles: random.below(20) === 0 ? [] : ['Basic User', random.pick(generatedRoles)],
      ...(random.below(25) === 0 ? { disabled: true } : {}),
    };
  });
}

function person(plan: Blueprint, user: UserSeed, index: number): Row {
  const random = randomFor(`${plan.seed.organizationId}/person/${user.objectId}`);
  const [first = user.displayName, ...rest] = user.displayName.split(' ');
  const id = userIdOf(plan, user.objectId);
  const town = place(random);
  const created = generatedTime(random.next() * 0.6);
  return {
    systemuserid: id,
    ownerid: id,
    azureactivedirectoryobjectid: user.objectId,
    firstname: first,
    lastname: rest.join(' '),
    fullname: user.displayName,
    yomifullname: user.displayName,
    domainname: user.username,
    windowsliveid: user.username,
    internalemailaddress: user.username,
    jobtitle: jobTitle(random),
    address1_city: town.city,
    address1_country: town.country,
    address1_telephone1: phone(random, town.code),
    businessunitid: plan.unitId(user.businessUnit),
    organizationid: plan.seed.organizationId,
    accessmode: user.accessMode ?? 0,
    isdisabled: user.disabled ?? false,
    islicensed: true,
    issyncwithdirectory: true,
    userlicensetype: 38,
    identityid: 100 + index,
    createdon: created,
    modifiedon: created,
    createdby: plan.systemUserId,
    modifiedby: plan.systemUserId,
    versionnumber: 300_000 + index,
  };
}

function application(plan: Blueprint, app: ApplicationUserSeed, index: number): Row {
  const random = randomFor(`${plan.seed.organizationId}/application/${app.appId}`);
  const state = app.state ?? 'enabled';
  const azureState = app.azureState ?? 'exists';
  const id = applicationUserIdOf(plan, app.appId);
  const created = generatedTime(0.5 + random.next() * 0.4);
  const columns = applicationUserColumns(plan.seed.tenantId, app);
  // Users of the platform are known by the domain that no tenant can have (Learn: "System and application users").
  const platformName = { domainname: `${slug(app.displayName)}@onmicrosoft.com` };
  return {
    ...columns,
    ...(app.platform === true ? platformName : {}),
    systemuserid: id,
    ownerid: id,
    businessunitid: plan.unitId(app.businessUnit),
    organizationid: plan.seed.organizationId,
    isdisabled: state !== 'enabled',
    deletedstate: state === 'deleted' ? 1 : 0,
    azurestate: azureStates[azureState],
    azuredeletedon: azureState === 'exists' ? null : generatedTime(0.97),
    identityid: 10_000 + index,
    createdon: created,
    modifiedon: created,
    createdby: plan.systemUserId,
    modifiedby: plan.systemUserId,
    versionnumber: 350_000 + index,
    ...(app.platform === true ? { [platformMark]: true } : {}),
  };
}

function system(plan: Blueprint): Row {
  const id = plan.systemUserId;
  return {
    ...firstDayColumns(plan),
    systemuserid: id,
    ownerid: id,
    lastname: 'SYSTEM',
    fullname: 'SYSTEM',
    yomifullname: 'SYSTEM',
    domainname: '',
    businessunitid: plan.unitId(),
    organizationid: plan.seed.organizationId,
    accessmode: 3,
    isdisabled: true,
    setupuser: true,
    versionnumber: 299_999,
  };
}

/** Rows of the user table: SYSTEM, the people, the application users. */
export const generateUsers = (plan: Blueprint): readonly Row[] => [
  system(plan),
  ...[...plan.seed.users, ...generatedPeople(plan)].map((it, index) => person(plan, it, index)),
  ...plan.seed.applicationUsers.map((it, index) => application(plan, it, index)),
];
