import { Document, isScalar, visit } from 'yaml';
import type { YAMLSeq } from 'yaml';
import type { BaselineDocument } from './document-schema.ts';

/** The published schema (docs/baseline.schema.json) beside the file, for editors that check while one types. */
const SCHEMA = 'baseline.schema.json';

/** Texts that need no quotes in YAML whatever reads them; all others get JSON's, which every YAML reader understands. */
const PLAIN = /^(?!(?:true|false|null|yes|no|on|off|y|n)$)[A-Za-z][A-Za-z0-9_./-]*(?: [A-Za-z0-9_./-]+)*$/i;
const ADDRESS = /^https:\/\/[A-Za-z0-9.-]+(?::[0-9]+)?\/?$/;

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const isPlain = (text: string): boolean =>
  text === '$schema' || PLAIN.test(text) || ADDRESS.test(text) || GUID.test(text);

/** Lists of a few words stand on one line. */
const isShort = ({ items }: YAMLSeq): boolean =>
  items.every((item) => isScalar(item)) &&
  items.reduce((sum, item) => sum + String(item.value).length + 2, 0) <= 72;

/** Fields in the order in which a person reads them. */
const ordered = (document: BaselineDocument): BaselineDocument => ({
  $schema: document.$schema ?? SCHEMA,
  version: document.version,
  ...(document.groups === undefined ? {} : { groups: document.groups }),
  apps: document.apps.map(({ name, clientId, rules }) => ({
    name,
    clientId,
    rules: rules.map((rule) => ({
      in: rule.in,
      user: rule.user,
      ...(rule.enabled === undefined ? {} : { enabled: rule.enabled }),
      ...(rule.businessUnit === undefined ? {} : { businessUnit: rule.businessUnit }),
      ...(rule.roles === undefined ? {} : { roles: rule.roles }),
      ...(rule.teams === undefined ? {} : { teams: rule.teams }),
      ...(rule.columnSecurityProfiles === undefined
        ? {}
        : { columnSecurityProfiles: rule.columnSecurityProfiles }),
    })),
  })),
});

/** Writes a baseline as YAML that reads back as the same; `heading` becomes comment lines at its top. */
export const printBaseline = (document: BaselineDocument, heading: readonly string[] = []): string => {
  const yaml = new Document(ordered(document), { aliasDuplicateObjects: false });
  visit(yaml, {
    Seq: (_key, node) => {
      if (isShort(node)) node.flow = true;
    },
    Scalar: (_key, node) => {
      if (isScalar(node) && typeof node.value === 'string') {
        node.type = isPlain(node.value) ? 'PLAIN' : 'QUOTE_DOUBLE';
      }
    },
  });
  if (heading.length > 0) yaml.commentBefore = heading.map((line) => ` ${line}`).join('\n');
  return yaml.toString({ lineWidth: 0, doubleQuotedAsJSON: true, flowCollectionPadding: false });
};
