import { multipleMessages } from '../operations/multiple-actions.ts';
import { queryFunctions } from '../query/query-functions.ts';
import { tables } from '../schema/schema.ts';
import { element } from './csdl-xml.ts';
import { facetsOf } from './edm-type.ts';
import { plainProperty } from './model-csdl.ts';
import { complexTypes, derivedComplexTypes } from './model-types.ts';
import { type OperationSignature, operationSignatures } from './operation-signatures.ts';

const isComplex = (type: string): boolean => {
  const name = type.replace(/^Collection\((.*)\)$/, '$1').replace(/^mscrm\./, '');
  return Object.hasOwn(complexTypes, name) || Object.hasOwn(derivedComplexTypes, name);
};

/** Of a complex type and of what may be left out nothing is said about null (seen in a `$metadata` document of the real service). */
const parameter = (name: string, type: string, optional?: 'optional'): string =>
  element('Parameter', {
    Name: name,
    Type: type,
    Nullable: optional === 'optional' || isComplex(type) ? null : false,
    ...facetsOf(type),
  });

const returned = (type: string): string => element('ReturnType', { Type: type, Nullable: false });

const setOf = (table: string): string => `Collection(mscrm.${table})`;

function operation(it: OperationSignature, boundTo: string | null): string {
  return element(
    it.kind === 'function' ? 'Function' : 'Action',
    {
      Name: it.name,
      IsBound: boundTo === null ? null : true,
      IsComposable: it.isComposable === true ? true : null,
    },
    ...(boundTo === null
      ? []
      : it.ofSet === true
        ? [parameter('entityset', setOf(boundTo))]
        : [parameter('entity', `mscrm.${boundTo}`)]),
    ...it.parameters.map((one) => parameter(...one)),
    ...(typeof it.returns === 'string'
      ? [returned(it.returns)]
      : it.returns.length > 0
        ? [returned(`mscrm.${it.name}Response`)]
        : []),
  );
}

/** What is done to many records of a table at once (Learn: "Use bulk operation messages"). */
const multipleActions = (): readonly string[] => [
  element('ComplexType', { Name: 'CreateMultipleResponse' }, plainProperty('Ids', 'Collection(Edm.Guid)')),
  ...tables
    .filter((it) => it.ownership === 'UserOwned' && !it.isComputed)
    .flatMap(({ logicalName }) =>
      multipleMessages.map((name) =>
        element(
          'Action',
          { Name: name, IsBound: true },
          parameter('entityset', setOf(logicalName)),
          parameter('Targets', setOf('crmbaseentity')),
          ...(name === 'CreateMultiple' ? [returned('mscrm.CreateMultipleResponse')] : []),
        ),
      ),
    ),
];

/** Functions and actions with the types of their answers, and the functions of `$filter`. */
export const operationsCsdl = (): readonly string[] => [
  ...operationSignatures.flatMap(({ name, returns }) =>
    typeof returns === 'string' || returns.length === 0
      ? []
      : [
          element(
            'ComplexType',
            { Name: `${name}Response` },
            ...returns.map(([property, type]) => plainProperty(property, type)),
          ),
        ],
  ),
  ...operationSignatures.flatMap((it) =>
    it.boundTo.length === 0 ? [operation(it, null)] : it.boundTo.map((table) => operation(it, table)),
  ),
  ...multipleActions(),
  ...queryFunctions.map((it) =>
    element(
      'Function',
      { Name: it.name },
      parameter('PropertyName', 'Edm.String'),
      ...[...it.parameters].map(([name, type]) => parameter(name, type)),
      returned('Edm.Boolean'),
    ),
  ),
];

/** How the container offers what is not bound to a record. */
export const operationImports = (): readonly string[] =>
  operationSignatures
    .filter((it) => it.boundTo.length === 0)
    .map((it) =>
      it.kind === 'function'
        ? element('FunctionImport', { Name: it.name, Function: `Microsoft.Dynamics.CRM.${it.name}` })
        : element('ActionImport', { Name: it.name, Action: `Microsoft.Dynamics.CRM.${it.name}` }),
    );
