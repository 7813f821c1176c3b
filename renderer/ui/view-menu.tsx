import {
  Menu,
  MenuButton,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItemCheckbox,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Fragment } from 'react';
import { FilterIcon } from './icons.ts';

/** One of several values, with what each is called. */
export type ViewChoice = {
  readonly title: string;
  readonly chosen: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly choose: (value: string) => void;
};

/** A choice among the values of a closed union. */
export const viewChoice = <Value extends string>(choice: {
  readonly title: string;
  readonly values: readonly Value[];
  readonly labels: Readonly<Record<Value, string>>;
  readonly chosen: Value;
  readonly onChosen: (value: Value) => void;
}): ViewChoice => ({
  title: choice.title,
  chosen: choice.chosen,
  options: choice.values.map((value) => ({ value, label: choice.labels[value] })),
  choose: (text) => {
    const value = choice.values.find((each) => each === text);
    if (value !== undefined) choice.onChosen(value);
  },
});

/** Which rows of a page are shown, and how they are grouped. */
export const ViewMenu = (props: {
  /** What it is for; screen readers hear it before what is chosen. */
  readonly label: string;
  /** What is chosen, in words. */
  readonly text: string;
  readonly rows: ViewChoice;
  /** Rows that are shown as well, or not. */
  readonly also: { readonly label: string; readonly on: boolean; readonly onTurned: (on: boolean) => void };
  /** Left out where the rows are grouped in one way only. */
  readonly grouping?: ViewChoice;
}): ReactElement => {
  const { also, grouping, rows } = props;
  const choices =
    grouping === undefined
      ? [{ name: 'rows', choice: rows }]
      : [
          { name: 'rows', choice: rows },
          { name: 'grouping', choice: grouping },
        ];
  return (
    <Menu
      checkedValues={{
        ...Object.fromEntries(choices.map(({ choice, name }) => [name, [choice.chosen]])),
        also: also.on ? ['on'] : [],
      }}
      onCheckedValueChange={(_event, { checkedItems: [value = ''], name }) => {
        if (name === 'also') also.onTurned(value === 'on');
        choices.find((one) => one.name === name)?.choice.choose(value);
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance="subtle" icon={<FilterIcon />} aria-label={`${props.label}: ${props.text}`}>
          {props.text}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {choices.map(({ choice, name }) => (
            <Fragment key={name}>
              {name === 'grouping' ? <MenuDivider /> : null}
              <MenuGroup>
                <MenuGroupHeader>{choice.title}</MenuGroupHeader>
                {choice.options.map(({ label, value }) => (
                  <MenuItemRadio key={value} name={name} value={value}>
                    {label}
                  </MenuItemRadio>
                ))}
                {name === 'rows' ? (
                  <MenuItemCheckbox name="also" value="on">
                    {also.label}
                  </MenuItemCheckbox>
                ) : null}
              </MenuGroup>
            </Fragment>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
};
