import {
  Button,
  makeStyles,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  SearchBox,
  tokens,
  Spinner,
  Tooltip,
} from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { CloseIcon, ColumnsIcon, ExportIcon } from '../icons.ts';
import { UI_TEXTS } from '../texts.ts';
import type { Column } from './column.ts';
import type { Exports } from './use-export.ts';

const useStyles = makeStyles({
  frame: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    flexGrow: 1,
    minHeight: 0,
    minWidth: 0,
  },
  bar: {
    display: 'flex',
    flexShrink: 0,
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
  },
  side: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  // Takes what the toolbar leaves; its filter box gives way first, so that the buttons beside it stay beside it.
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalS,
    flex: '1 1 260px',
    minWidth: 0,
  },
  lookup: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: tokens.spacingHorizontalXS,
    flex: '1 1 180px',
    maxWidth: '300px',
    minWidth: 0,
  },
  count: { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
  filter: { flex: '1 1 100px', minWidth: '80px' },
});

/** Toolbar and body of every table. Parts that are left out are not shown. */
export const TableFrame = <Row,>(props: {
  readonly toolbar?: ReactNode;
  readonly filters?: ReactNode;
  readonly filter?: { readonly value: string; readonly set: (value: string) => void; readonly label: string };
  readonly counts?: { readonly shown: number; readonly all: number; readonly chosen: number };
  readonly onClearSelection?: () => void;
  readonly columns?: {
    readonly all: readonly Column<Row>[];
    readonly shown: ReadonlySet<string>;
    readonly set: (id: string, visible: boolean) => void;
  };
  readonly exports?: Exports<Row>;
  readonly children: ReactNode;
}): ReactElement => {
  const styles = useStyles();
  const { columns, counts, exports, filter } = props;
  const chosen = counts?.chosen ?? 0;
  return (
    <div className={styles.frame}>
      <div className={styles.bar}>
        <div className={styles.side}>
          {props.toolbar}
          {chosen === 0 || props.onClearSelection === undefined ? null : (
            <Tooltip content={UI_TEXTS.clearSelection} relationship="description">
              <Button
                size="small"
                appearance="subtle"
                icon={<CloseIcon />}
                iconPosition="after"
                onClick={props.onClearSelection}
              >
                {UI_TEXTS.selected(chosen)}
              </Button>
            </Tooltip>
          )}
        </div>
        <div className={styles.tools}>
          {counts === undefined ? null : (
            <span className={styles.count} role="status">
              {UI_TEXTS.rows(counts.shown, counts.all)}
            </span>
          )}
          {props.filters}
          <div className={styles.lookup}>
            {filter === undefined ? null : (
              <SearchBox
                className={styles.filter}
                placeholder={UI_TEXTS.filter}
                aria-label={`${UI_TEXTS.filter}: ${filter.label}`}
                value={filter.value}
                onChange={(_event, data) => filter.set(data.value)}
              />
            )}
            {columns === undefined ? null : (
              <Menu
                checkedValues={{ columns: [...columns.shown] }}
                onCheckedValueChange={(_event, data) => {
                  for (const column of columns.all) {
                    const visible = data.checkedItems.includes(column.id);
                    if (visible !== columns.shown.has(column.id)) columns.set(column.id, visible);
                  }
                }}
              >
                <MenuTrigger disableButtonEnhancement>
                  <Tooltip content={UI_TEXTS.columns} relationship="label">
                    <Button appearance="subtle" icon={<ColumnsIcon />} />
                  </Tooltip>
                </MenuTrigger>
                <MenuPopover>
                  <MenuList>
                    {columns.all.map((column) => (
                      <MenuItemCheckbox
                        key={column.id}
                        name="columns"
                        value={column.id}
                        disabled={column.required === true}
                      >
                        {column.header}
                      </MenuItemCheckbox>
                    ))}
                  </MenuList>
                </MenuPopover>
              </Menu>
            )}
            {exports === undefined ? null : (
              <Menu>
                <MenuTrigger disableButtonEnhancement>
                  <Tooltip
                    content={
                      exports.saving === null ? UI_TEXTS.exportMenu : UI_TEXTS.exporting(exports.saving)
                    }
                    relationship="label"
                  >
                    <Button
                      appearance="subtle"
                      icon={exports.saving === null ? <ExportIcon /> : <Spinner size="tiny" aria-hidden />}
                    />
                  </Tooltip>
                </MenuTrigger>
                <MenuPopover>
                  {exports.saving === null ? (
                    <MenuList>
                      <MenuGroup>
                        <MenuGroupHeader>
                          {chosen > 0
                            ? UI_TEXTS.exportSelected(chosen)
                            : UI_TEXTS.exportScope(exports.count())}
                        </MenuGroupHeader>
                        <MenuItem onClick={() => exports.save('csv')}>{UI_TEXTS.exportCsv}</MenuItem>
                        <MenuItem onClick={() => exports.save('json')}>{UI_TEXTS.exportJson}</MenuItem>
                      </MenuGroup>
                      <MenuDivider />
                      <MenuItem onClick={exports.copy}>{UI_TEXTS.copyRows}</MenuItem>
                    </MenuList>
                  ) : (
                    <MenuList>
                      <MenuItem onClick={exports.cancel}>{UI_TEXTS.cancelExport}</MenuItem>
                    </MenuList>
                  )}
                </MenuPopover>
              </Menu>
            )}
          </div>
        </div>
      </div>
      {props.children}
    </div>
  );
};
