import type { ReactElement } from 'react';
import type { HeldPrivilege, SharedRights } from '../../../../preload/contract/query-callers.ts';
import { compareDepth } from '../../../../preload/contract/words/depth.ts';
import { CALLER_TEXTS as TEXTS, DEPTH_LABELS } from '../../../../preload/contract/words/texts/en.ts';
import { DepthGlyph, makeStyles, mergeClasses, tokens } from '../../../ui/index.ts';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  head: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  cell: {
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} 0`,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
  },
  depth: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  strong: { fontWeight: tokens.fontWeightSemibold },
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  quiet: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 },
});

const sourcesOf = ({ through }: HeldPrivilege): string =>
  through.length === 0 ? TEXTS.none : through.map(({ role, team }) => TEXTS.from(role, team)).join(', ');

const reasonOf = ({ app, user }: SharedRights['privileges'][number]): string => {
  const which = compareDepth(app.depth, user.depth);
  if (which === 0) return app.depth === 'None' ? TEXTS.limitedBy.none : TEXTS.limitedBy.same;
  return which < 0 ? TEXTS.limitedBy.app : TEXTS.limitedBy.user;
};

/** Privilege by privilege: how far the app has it, how far the user, and what results; with the roles that grant it. */
export const SharedRightsTable = ({ rights }: { readonly rights: SharedRights }): ReactElement => {
  const styles = useStyles();
  const held = (what: string, one: HeldPrivilege): ReactElement => (
    <td className={styles.cell}>
      <span className={styles.depth}>
        <DepthGlyph depth={one.depth} what={what} />
        {DEPTH_LABELS[one.depth]}
      </span>
      <div className={styles.quiet}>{sourcesOf(one)}</div>
    </td>
  );
  return (
    <table className={styles.table} aria-label={TEXTS.rights}>
      <thead>
        <tr>
          {[TEXTS.privilege, TEXTS.app, TEXTS.ofUser, TEXTS.shared].map((name) => (
            <th key={name} scope="col" className={styles.head}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rights.privileges.map((one) => (
          <tr key={one.privilege}>
            <th scope="row" className={mergeClasses(styles.cell, styles.mono)}>
              {one.privilege}
            </th>
            {held(TEXTS.app, one.app)}
            {held(TEXTS.ofUser, one.user)}
            <td className={styles.cell}>
              <span className={mergeClasses(styles.depth, styles.strong)}>
                <DepthGlyph depth={one.shared} what={TEXTS.shared} />
                {DEPTH_LABELS[one.shared]}
              </span>
              <div className={styles.quiet}>{reasonOf(one)}</div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
