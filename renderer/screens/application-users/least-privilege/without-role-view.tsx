import type { ReactElement } from 'react';
import { useMemo, useState } from 'react';
import type { CountedRole, EffectivePrivilege } from '../../../../preload/contract/security-roles.ts';
import { APPLICATION_USERS_TEXTS, DEPTH_LABELS } from '../../../../preload/contract/words/texts/en.ts';
import type { Column } from '../../../ui/index.ts';
import {
  Button,
  DataTable,
  Dropdown,
  EmptyState,
  Field,
  HealthyIcon,
  Inline,
  Option,
} from '../../../ui/index.ts';
import { throughWords } from '../reach-words.ts';
import type { Lost } from './findings.ts';
import { withoutRole } from './findings.ts';

const TEXTS = APPLICATION_USERS_TEXTS.least.without;
const BY_NAME = { column: 'privilege', descending: false } as const;

const COLUMNS: readonly Column<Lost>[] = [
  {
    id: 'privilege',
    header: TEXTS.privilege,
    width: 240,
    grow: true,
    required: true,
    value: ({ privilege }) => privilege.name,
  },
  { id: 'before', header: TEXTS.before, width: 90, value: ({ before }) => DEPTH_LABELS[before] },
  { id: 'after', header: TEXTS.after, width: 90, value: ({ after }) => DEPTH_LABELS[after] },
];

/** What would stop working without one of the roles. */
export const WithoutRoleView = (props: {
  readonly roles: readonly CountedRole[];
  readonly privileges: readonly EffectivePrivilege[];
  /** Plans the removal of a role that is held directly; left out where nothing may be changed. */
  readonly onRemove?: ((role: CountedRole) => void) | undefined;
}): ReactElement => {
  const { onRemove, privileges, roles } = props;
  const [place, setPlace] = useState(0);
  const role = roles[place];
  const lost = useMemo(() => withoutRole(privileges, place), [place, privileges]);
  const named = (each: CountedRole): string => `${each.name} ${throughWords(each)}`;
  return (
    <>
      <Field label={TEXTS.role}>
        <Dropdown
          value={role === undefined ? '' : named(role)}
          selectedOptions={[String(place)]}
          onOptionSelect={(_event, data) => setPlace(Number(data.optionValue ?? 0))}
        >
          {roles.map((each, at) => (
            <Option key={`${each.roleId} ${throughWords(each)}`} value={String(at)} text={named(each)}>
              {named(each)}
            </Option>
          ))}
        </Dropdown>
      </Field>
      <Inline gap="m" wrap>
        <span>{TEXTS.lost(lost.length)}</span>
        {role === undefined || onRemove === undefined || role.through.kind !== 'direct' ? null : (
          <Button size="small" onClick={() => onRemove(role)}>
            {TEXTS.remove}
          </Button>
        )}
      </Inline>
      {lost.length === 0 ? (
        <EmptyState icon={HealthyIcon} title={TEXTS.nothingTitle} text={TEXTS.nothingText} />
      ) : (
        <DataTable
          label={TEXTS.table}
          columns={COLUMNS}
          rows={lost}
          rowKey={({ privilege }) => privilege.privilegeId}
          initialSort={BY_NAME}
          empty={null}
        />
      )}
    </>
  );
};
