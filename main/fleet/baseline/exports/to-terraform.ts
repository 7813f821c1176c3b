import type { Expectation } from '../expectation.ts';
import { oneLine } from './one-line.ts';
import { quoteHcl } from './quote-hcl.ts';

const HEAD = `# Application users as a baseline says, for Terraform. It holds no secret.
#
# terraform init && terraform plan
#
# Existing application users and role assignments are adopted when they are applied: nothing has to be imported. To import an
# assignment all the same:
#   terraform import powerplatform_security_role_assignment.NAME "<environment id>/systemusers/<systemuserid>/<roleid>"
# Destroying a powerplatform_application_user deletes it for good, also one that was adopted, so each is protected here.
# powerplatform_environment_application_admin is not used: it makes its app System Administrator and takes nothing back.

terraform {
  required_version = ">= 1.3"
  required_providers {
    powerplatform = {
      source  = "microsoft/power-platform"
      version = "~> 4.2"
    }
  }
}

provider "powerplatform" {
  use_cli = true
}

data "powerplatform_environments" "all" {}

locals {
  # Environments by their address.
  environment_ids = {
    for environment in data.powerplatform_environments.all.environments :
    lower(trimsuffix(environment.dataverse.url, "/")) => environment.id
    if try(environment.dataverse.url, null) != null
  }
}`;

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 40);

/** Names of resources: letters first, each once. */
const namer = () => {
  const used = new Map<string, number>();
  return (...parts: readonly string[]): string => {
    const words = parts.map(slug).filter((part) => part !== '');
    const name = /^[a-z]/.test(words[0] ?? '') ? words.join('_') : ['app', ...words].join('_');
    const times = (used.get(name) ?? 0) + 1;
    used.set(name, times);
    // Two underscores stand in no other name.
    return times === 1 ? name : `${name}__${times}`;
  };
};

/** Arguments as `terraform fmt` writes them. */
const aligned = (args: readonly (readonly [string, string])[]): readonly string[] => {
  const width = Math.max(...args.map(([name]) => name.length));
  return args.map(([name, value]) => `${name.padEnd(width)} = ${value}`);
};

const odata = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const remarksOf = ({ profiles, roles, teams }: Expectation): readonly string[] => [
  ...(roles?.mode === 'exactly'
    ? ['The baseline says exactly these roles: others that are held are not taken away by Terraform.']
    : []),
  ...(teams !== null && teams.names.length > 0
    ? [`The provider has no team membership: ${teams.names.map(oneLine).join(', ')}`]
    : []),
  ...(profiles !== null && profiles.names.length > 0
    ? [`The provider has no column security profiles: ${profiles.names.map(oneLine).join(', ')}`]
    : []),
];

/**
 * Writes Terraform for the provider microsoft/power-platform, from 4.2.0 on (.changes/4.2.0.md; its docs: powerplatform_application_user,
 * powerplatform_security_role_assignment, powerplatform_data_records, powerplatform_environments). Environments are found by address,
 * business units by name when it runs.
 */
export const toTerraform = (expectations: readonly Expectation[]): string => {
  const nameOf = namer();
  const units = new Map<string, string>();
  const blocks: string[] = [];
  const environmentId = (url: string): string => `local.environment_ids[${quoteHcl(url)}]`;

  const unitOf = ({ url, businessUnit }: Expectation): string | null => {
    if (businessUnit === null) return null;
    const filter =
      businessUnit.kind === 'root' ? 'parentbusinessunitid eq null' : `name eq ${odata(businessUnit.name)}`;
    const key = `${url}\n${filter}`;
    const known = units.get(key);
    if (known !== undefined) return known;
    const { host } = new URL(url);
    const name = nameOf('unit', host, businessUnit.kind === 'root' ? 'root' : businessUnit.name);
    units.set(key, name);
    blocks.push(`data "powerplatform_data_records" "${name}" {
  environment_id    = ${environmentId(url)}
  entity_collection = "businessunits"
  filter            = ${quoteHcl(filter)}
  select            = ["businessunitid", "name"]
}`);
    return name;
  };

  for (const one of expectations) {
    const about = `# ${oneLine(one.appName)} in ${one.url}`;
    if (!one.present) {
      blocks.push(`${about}: shall have no application user. Terraform deletes only what it manages.`);
      continue;
    }
    const unit = unitOf(one);
    const user = nameOf(one.appName, new URL(one.url).host);
    const lines = aligned([
      ['environment_id', environmentId(one.url)],
      ['application_id', quoteHcl(one.clientId)],
      ...(unit === null
        ? []
        : [['business_unit_id', `data.powerplatform_data_records.${unit}.rows[0].businessunitid`] as const]),
      ...(one.enabled === null ? [] : [['disabled', String(!one.enabled)] as const]),
    ]);
    blocks.push(`${[about, ...remarksOf(one).map((remark) => `# ${remark}`)].join('\n')}
resource "powerplatform_application_user" "${user}" {
  ${lines.join('\n  ')}

  lifecycle {
    prevent_destroy = true
  }
}`);
    for (const role of one.roles?.names ?? []) {
      blocks.push(`resource "powerplatform_security_role_assignment" "${nameOf(user, role)}" {
  environment_id     = ${environmentId(one.url)}
  system_user_id     = powerplatform_application_user.${user}.system_user_id
  security_role_name = ${quoteHcl(role)}
}`);
    }
  }
  return `${[HEAD, ...blocks].join('\n\n')}\n`;
};
