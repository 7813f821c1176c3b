import type { ReactElement } from 'react';
import { Field, Input, Stack } from '../ui/index.ts';
import { CHANGE_TEXTS as TEXTS } from '../../preload/contract/words/texts/en.ts';

/** Whether every name has been typed. */
export const allTyped = (names: readonly string[], entries: Readonly<Record<string, string>>): boolean =>
  names.every((name) => entries[name]?.trim() === name);

/** Names that must be typed before a change is made, each in a field of its own. */
export const TypedNames = (props: {
  readonly names: readonly string[];
  readonly entries: Readonly<Record<string, string>>;
  readonly onChange: (entries: Readonly<Record<string, string>>) => void;
  /** Enter in a field once every name is typed. */
  readonly onConfirm: () => void;
}): ReactElement => (
  <Stack>
    {props.names.map((name) => (
      <Field key={name} label={TEXTS.typeName(name)}>
        <Input
          autoComplete="off"
          spellCheck={false}
          value={props.entries[name] ?? ''}
          onChange={(_event, data) => props.onChange({ ...props.entries, [name]: data.value })}
          onKeyDown={({ key, nativeEvent }) => {
            if (key === 'Enter' && !nativeEvent.isComposing && allTyped(props.names, props.entries))
              props.onConfirm();
          }}
        />
      </Field>
    ))}
  </Stack>
);
