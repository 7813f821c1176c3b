import type { Blueprint } from './blueprint.ts';
import type { Row } from '../schema/value.ts';
import { guid } from './guid.ts';
import { activeSolution, systemSolution } from './known-solutions.ts';
import { rootRoleId } from './role-catalogue.ts';
import { generatedTime } from './wire-time.ts';

/** Columns that every row of the organization's first day shares. */
export const firstDayColumns = (plan: Blueprint): Row => ({
  createdon: generatedTime(0),
  modifiedon: generatedTime(0.001),
  createdby: plan.systemUserId,
  modifiedby: plan.systemUserId,
});

/** Rows of the business unit tree. */
export function generateBusinessUnits(plan: Blueprint): readonly Row[] {
  return plan.seed.businessUnits.map((unit, index) => ({
    ...firstDayColumns(plan),
    businessunitid: plan.unitId(unit.key),
    name: unit.name,
    parentbusinessunitid: unit.parent === null ? null : plan.unitId(unit.parent),
    organizationid: plan.seed.organizationId,
    versionnumber: 100_000 + index,
  }));
}

/** One object per kind and value, shared by all rows. */
const managedProperty = (name: string, value: boolean): Row => ({
  Value: value,
  CanBeChanged: true,
  ManagedPropertyLogicalName: name,
});

const customizable = [
  managedProperty('iscustomizableanddeletable', false),
  managedProperty('iscustomizableanddeletable', true),
] as const;
const deletable = [managedProperty('canbedeleted', false), managedProperty('canbedeleted', true)] as const;

/** One row per role and business unit: the root copy and its descendants (Learn: role table reference). */
export function generateRoles(plan: Blueprint): readonly Row[] {
  const rows: Row[] = [];
  for (const role of plan.roles) {
    const root = rootRoleId(plan.seed.organizationId, role);
    for (const unit of plan.seed.businessUnits) {
      rows.push({
        ...firstDayColumns(plan),
        roleid: plan.roleId(role.name, unit.key),
        name: role.name,
        businessunitid: plan.unitId(unit.key),
        parentrootroleid: root,
        parentroleid: unit.parent === null ? null : plan.roleId(role.name, unit.parent),
        roletemplateid: role.templateId ?? null,
        isinherited: role.inherited,
        ismanaged: role.managed,
        organizationid: plan.seed.organizationId,
        solutionid: role.managed ? systemSolution : activeSolution,
        roleidunique: guid('roleidunique', plan.seed.organizationId, role.name, unit.key),
        iscustomizable: customizable[role.templateId === undefined ? 1 : 0],
        canbedeleted: deletable[role.templateId === undefined ? 1 : 0],
        versionnumber: 200_000 + rows.length,
      });
    }
  }
  return rows;
}
