import type { ApplicationUserSeed, EnvironmentSeed, UserSeed } from '../environment-seed.ts';
import type { Row } from '../schema/value.ts';
import { applicationUserColumns } from './application-user-row.ts';
import { businessUnitId, firstDayColumns, systemUserId } from './generate-units.ts';
import { guid } from './guid.ts';
import { jobTitle, personName, phone, place, slug } from './names.ts';
import { randomFor } from './random.ts';
import { generatedTime } from './wire-time.ts';

/** Key of a row that marks an application user of the platform; no column, so clients never see it. */
export const platformMark = 'applicationid:platform';

const azureStates = { exists: 0, softDeleted: 1, missing: 2 } as const;

/** Id of the user row of a directory object in one environment. */
export const userIdOf = (seed: EnvironmentSeed, objectId: string): string =>
  guid('systemuser', seed.organizationId, objectId);

/** Id of the row of an application user in one environment. */
export const applicationUserIdOf = (seed: EnvironmentSeed, appId: string): string =>
  guid('application user', seed.organizationId, appId);

const generatedRoles = [
  'Salesperson',
  'Sales Team Member',
  'Customer Service Representative',
  'Sales Manager',
  'Marketing Professional',
];

/** The people that the seed asks for beside those it names, with their roles. */
export function generatedPeople(seed: EnvironmentSeed): readonly UserSeed[] {
  const random = randomFor(`${seed.organizationId}/people`);
  const units = seed.businessUnits.map((it) => it.key);
  return Array.from({ length: seed.generatedUsers }, (_, index) => {
    const name = personName(random);
    return {
      objectId: guid('person', seed.tenantId, index),
      username: `${slug(name.first)}.${slug(name.last)}${index}@${seed.uniqueName}.demo.test`,
      displayName: `${name.first} ${name.last}`,
      businessUnit: random.pick(units),
      roles: random.below(20) === 0 ? [] : ['Basic User', random.pick(generatedRoles)],
      ...(random.below(25) === 0 ? { disabled: true } : {}),
    };
  });
}

function person(seed: EnvironmentSeed, user: UserSeed, index: number): Row {
  const random = randomFor(`${seed.organizationId}/person/${user.objectId}`);
  const [first = user.displayName, ...rest] = user.displayName.split(' ');
  const id = userIdOf(seed, user.objectId);
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
    businessunitid: businessUnitId(seed, user.businessUnit),
    organizationid: seed.organizationId,
    accessmode: user.accessMode ?? 0,
    isdisabled: user.disabled ?? false,
    islicensed: true,
    issyncwithdirectory: true,
    userlicensetype: 38,
    identityid: 100 + index,
    createdon: created,
    modifiedon: created,
    createdby: systemUserId(seed),
    modifiedby: systemUserId(seed),
    versionnumber: 300_000 + index,
  };
}

function application(seed: EnvironmentSeed, app: ApplicationUserSeed, index: number): Row {
  const random = randomFor(`${seed.organizationId}/application/${app.appId}`);
  const state = app.state ?? 'enabled';
  const azureState = app.azureState ?? 'exists';
  const id = applicationUserIdOf(seed, app.appId);
  const created = generatedTime(0.5 + random.next() * 0.4);
  return {
    ...applicationUserColumns(seed.tenantId, app),
    systemuserid: id,
    ownerid: id,
    businessunitid: businessUnitId(seed, app.businessUnit),
    organizationid: seed.organizationId,
    isdisabled: state !== 'enabled',
    deletedstate: state === 'deleted' ? 1 : 0,
    azurestate: azureStates[azureState],
    azuredeletedon: azureState === 'exists' ? null : generatedTime(0.97),
    identityid: 10_000 + index,
    createdon: created,
    modifiedon: created,
    createdby: systemUserId(seed),
    modifiedby: systemUserId(seed),
    versionnumber: 350_000 + index,
    ...(app.platform === true ? { [platformMark]: true } : {}),
  };
}

function system(seed: EnvironmentSeed): Row {
  const id = systemUserId(seed);
  return {
    ...firstDayColumns(seed),
    systemuserid: id,
    ownerid: id,
    lastname: 'SYSTEM',
    fullname: 'SYSTEM',
    yomifullname: 'SYSTEM',
    domainname: '',
    businessunitid: businessUnitId(seed),
    organizationid: seed.organizationId,
    accessmode: 3,
    isdisabled: true,
    setupuser: true,
    versionnumber: 299_999,
  };
}

/** Rows of the user table: SYSTEM, the people, the application users. */
export const generateUsers = (seed: EnvironmentSeed): readonly Row[] => [
  system(seed),
  ...[...seed.users, ...generatedPeople(seed)].map((it, index) => person(seed, it, index)),
  ...seed.applicationUsers.map((it, index) => application(seed, it, index)),
];
