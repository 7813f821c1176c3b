import {
  Button,
  makeStyles,
  Menu,
  MenuButton,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Overflow,
  OverflowItem,
  tokens,
  useIsOverflowItemVisible,
  useOverflowMenu,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { MoreIcon } from './icons.ts';
import { UI_TEXTS } from './texts.ts';
import { useActionMenu } from './use-action-menu.ts';

/** Something that can be done with a page. */
export type PageAction = {
  readonly label: string;
  readonly icon: ReactElement;
  /** Null while it cannot be done. */
  readonly run: (() => void) | null;
  /** What is wanting while it cannot be done. */
  readonly hint?: string;
};

/** Pixels that are no room for buttons, of which Fluent does not know: for focus rings. */
const RINGS = 6;

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexGrow: 1,
    flexBasis: 0,
    justifyContent: 'flex-end',
    minWidth: 0,
    overflow: 'hidden',
    // Rings around what has the focus are not cut off.
    margin: `-${RINGS / 2}px`,
    padding: `${RINGS / 2}px`,
  },
  // The room between two is measured as a part of them.
  item: { flexShrink: 0, paddingLeft: tokens.spacingHorizontalS },
  button: { whiteSpace: 'nowrap' },
});

const HiddenAction = (props: {
  readonly action: PageAction;
  readonly onChoose: (run: () => void) => void;
}): ReactElement | null => {
  const { action, onChoose } = props;
  const { run } = action;
  const visible = useIsOverflowItemVisible(action.label);
  return visible ? null : (
    <MenuItem
      icon={action.icon}
      disabled={run === null}
      title={run === null ? action.hint : undefined}
      onClick={run === null ? undefined : () => onChoose(run)}
    >
      {action.label}
    </MenuItem>
  );
};

const HiddenActions = ({ actions }: { readonly actions: readonly PageAction[] }): ReactElement | null => {
  const styles = useStyles();
  const { isOverflowing, ref } = useOverflowMenu<HTMLDivElement>();
  const { choose, menu } = useActionMenu();
  return !isOverflowing ? null : (
    <div ref={ref} className={styles.item}>
      <Menu {...menu}>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton icon={<MoreIcon />}>{UI_TEXTS.moreActions}</MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {actions.map((action) => (
              <HiddenAction key={action.label} action={action} onChoose={choose} />
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </div>
  );
};

/** Actions of a page on one line, what is needed most first; those that have no room stand in a menu at its end. */
export const ActionBar = (props: { readonly actions: readonly PageAction[] }): ReactElement => {
  const styles = useStyles();
  return (
    <Overflow padding={RINGS}>
      <div className={styles.bar}>
        {props.actions.map(({ hint, icon, label, run }) => (
          <OverflowItem key={label} id={label}>
            <div className={styles.item}>
              <Button
                className={styles.button}
                icon={icon}
                disabled={run === null}
                title={run === null ? hint : undefined}
                onClick={run ?? undefined}
              >
                {label}
              </Button>
            </div>
          </OverflowItem>
        ))}
        <HiddenActions actions={props.actions} />
      </div>
    </Overflow>
  );
};
