import type { Group } from '../directory/records.ts';
import { graphFaults } from './graph-fault.ts';
import type { Entity } from './graph-call.ts';

/** What a request may name at once (Learn: group-post-groups, group-post-members). */
export const mostReferences = 20;

function textIn(name: string, value: unknown, longest: number): string {
  if (typeof value !== 'string' || value === '' || value.length > longest) {
    throw graphFaults.groupProperty(name);
  }
  return value;
}

function flag(name: string, value: unknown): boolean {
  if (typeof value !== 'boolean') {
    throw graphFaults.groupProperty(name);
  }
  return value;
}

/** ASCII without `@ () \ [] " ; : . <> , SPACE` (Learn: group resource, `mailNickname`). */
function nicknameIn(value: unknown): string {
  const text = textIn('mailNickname', value, 64);
  if (!/^[!#-'*+\-/-9=?A-Z^-~]+$/.test(text)) {
    throw graphFaults.groupProperty('mailNickname');
  }
  return text;
}

function typesIn(value: unknown): { readonly unified: boolean; readonly dynamic: boolean } {
  const types: readonly unknown[] | null = value === null ? [] : Array.isArray(value) ? value : null;
  if (types === null || !types.every((one) => one === 'Unified' || one === 'DynamicMembership')) {
    throw graphFaults.groupProperty('groupTypes');
  }
  return { unified: types.includes('Unified'), dynamic: types.includes('DynamicMembership') };
}

function visibilityIn(value: unknown): Group['visibility'] {
  const known = [null, 'Public', 'Private', 'HiddenMembership'] as const;
  const found = known.find(
    (one) => one === value || (typeof value === 'string' && one?.toLowerCase() === value.toLowerCase()),
  );
  if (found === undefined) {
    throw graphFaults.groupProperty('visibility');
  }
  return found;
}

/** What the service takes of a group and the demo cloud has no use for. */
const ignored: ReadonlySet<string> = new Set([
  '@odata.type',
  'classification',
  'creationOptions',
  'isAssignableToRole',
  'preferredDataLocation',
  'preferredLanguage',
  'resourceBehaviorOptions',
  'resourceProvisioningOptions',
  'theme',
]);

/** Links to other objects, which are read apart from the properties. */
const links: ReadonlySet<string> = new Set(['members@odata.bind', 'owners@odata.bind']);

const properties: ReadonlyMap<string, string> = new Map(
  [
    'displayName',
    'description',
    'mailNickname',
    'mailEnabled',
    'securityEnabled',
    'visibility',
    'groupTypes',
    'membershipRule',
    'membershipRuleProcessingState',
  ].map((name) => [name.toLowerCase(), name]),
);

/** A body with its properties as they are called here: tools write them in other cases too (`mailNickName`, CLI for Microsoft 365). */
export const groupBody = (body: Entity): Entity =>
  Object.fromEntries(
    Object.entries(body).map(([name, value]) => [properties.get(name.toLowerCase()) ?? name, value]),
  );

/** The group with what a body says of its properties (Learn: group-post-groups, group-update). */
export function readGroupBody(body: Entity, group: Group, isNew: boolean): Group {
  let next = group;
  for (const [name, value] of Object.entries(body)) {
    switch (name) {
      case 'displayName':
        next = { ...next, displayName: textIn(name, value, 256) };
        break;
      case 'description':
        next = { ...next, description: value === null || value === '' ? null : textIn(name, value, 1024) };
        break;
      case 'mailNickname':
        next = { ...next, mailNickname: nicknameIn(value) };
        break;
      case 'mailEnabled':
        next = { ...next, mailEnabled: flag(name, value) };
        break;
      case 'securityEnabled':
        next = { ...next, securityEnabled: flag(name, value) };
        break;
      case 'visibility':
        next = { ...next, visibility: visibilityIn(value) };
        break;
      case 'groupTypes': {
        const { unified, dynamic } = typesIn(value);
        // The tenants have no Microsoft Entra ID P1, without which no membership is dynamic (Learn: groups-dynamic-membership).
        if (dynamic && group.membershipRule === null) throw graphFaults.noDynamicLicense();
        if (!isNew && unified !== group.unified) throw graphFaults.groupProperty(name);
        next = { ...next, unified };
        break;
      }
      case 'membershipRule':
      case 'membershipRuleProcessingState':
        if (value !== null) throw graphFaults.noDynamicLicense();
        break;
      default:
        // Who may make groups that hold directory roles has a permission of its own, which nobody is given here (Learn: group-post-groups).
        if (name === 'isAssignableToRole' && value === true) throw graphFaults.denied();
        if (!ignored.has(name) && !links.has(name)) throw graphFaults.unknownProperty(name);
    }
  }
  return next;
}

/** Refuses a kind of group that Graph does not make (Learn: groups-overview: mail-enabled security and distribution groups are read-only). */
export function requireKind({ unified, mailEnabled, securityEnabled }: Group): void {
  if (unified ? !mailEnabled : mailEnabled) throw graphFaults.groupProperty('mailEnabled');
  if (!unified && !securityEnabled) throw graphFaults.groupProperty('securityEnabled');
}
