import { Field, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ChangeEvent, ClipboardEvent, ReactElement, Ref } from 'react';
import { useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useUiPorts } from './ports.tsx';
import { UI_TEXTS } from './texts.ts';

const useStyles = makeStyles({
  control: {
    width: '100%',
    boxSizing: 'border-box',
    minHeight: '32px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderBottomColor: tokens.colorNeutralStrokeAccessible,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    '::placeholder': { color: tokens.colorNeutralForeground4 },
    ':focus': {
      outlineStyle: 'none',
      borderBottom: `${tokens.strokeWidthThick} solid ${tokens.colorCompoundBrandStroke}`,
    },
    ':disabled': {
      backgroundColor: tokens.colorTransparentBackground,
      color: tokens.colorNeutralForegroundDisabled,
    },
  },
  area: { minHeight: '132px', resize: 'vertical', fontSize: tokens.fontSizeBase200 },
});

/** Characters that a control takes in at once; with ten times as many the page stands still for half a minute. */
const LONGEST_PASTE = 250_000;

/**
 * How a form gets at a secret: `take` hands it over once and leaves nothing behind; `change` replaces what stands in the control by what the
 * function makes of it (null leaves it), so that the form need not hold it.
 */
export type SecretHandle = {
  readonly take: () => string;
  readonly change: (how: (text: string) => string | null) => void;
};

const validationOf = (error: string | undefined, warning: string | undefined) => {
  if (error !== undefined) return { validationMessage: error, validationState: 'error' as const };
  return warning === undefined ? {} : { validationMessage: warning, validationState: 'warning' as const };
};

/**
 * A field for a secret. The text is never in React's state: it lives in the browser's own control until `take` empties
 * it and replaces the control, so that neither the page nor its undo history holds it any longer. While it has the focus or
 * something stands in it, the window is kept out of screenshots.
 */
export const SecretField = (props: {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly warning?: string | undefined;
  readonly multiline?: boolean;
  readonly disabled?: boolean;
  readonly required?: boolean;
  readonly handle: Ref<SecretHandle>;
  /** Tells whether anything stands in the field; never what. */
  readonly onFilled?: (filled: boolean) => void;
  /** Looks at what is being entered; it may keep a finding, never the text. */
  readonly onLook?: (text: string) => void;
}): ReactElement => {
  const styles = useStyles();
  const control = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [generation, setGeneration] = useState(0);
  const [focused, setFocused] = useState(false);
  const [filled, setFilled] = useState(false);
  const [refused, setRefused] = useState(false);
  const { protectContent } = useUiPorts();
  const typing = focused || filled;
  useEffect(() => (typing ? protectContent() : undefined), [protectContent, typing]);
  useImperativeHandle(props.handle, () => ({
    take: () => {
      const element = control.current;
      if (element === null) return '';
      const text = element.value;
      element.value = '';
      setGeneration((now) => now + 1);
      setFilled(false);
      props.onFilled?.(false);
      props.onLook?.('');
      return text;
    },
    change: (how) => {
      const element = control.current;
      const text = element === null ? null : how(element.value);
      if (element === null || text === null) return;
      element.value = text;
      setFilled(text !== '');
      props.onFilled?.(text !== '');
      props.onLook?.(text);
      element.focus();
    },
  }));
  const shared = {
    ref: control,
    className: mergeClasses(styles.control, props.multiline === true && styles.area),
    autoComplete: 'off',
    autoCapitalize: 'off',
    spellCheck: false,
    disabled: props.disabled ?? false,
    onFocus: () => setFocused(true),
    onBlur: () => setFocused(false),
    onPaste: (event: ClipboardEvent) => {
      const tooLong = event.clipboardData.getData('text/plain').length > LONGEST_PASTE;
      setRefused(tooLong);
      if (tooLong) event.preventDefault();
    },
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setRefused(false);
      setFilled(event.target.value !== '');
      props.onFilled?.(event.target.value !== '');
      props.onLook?.(event.target.value);
    },
  };
  return (
    <Field
      label={props.label}
      required={props.required ?? false}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      {...validationOf(refused ? UI_TEXTS.pasteTooLong : props.error, props.warning)}
    >
      {(field) =>
        props.multiline === true ? (
          <textarea key={generation} {...field} {...shared} />
        ) : (
          <input key={generation} {...field} {...shared} type="password" />
        )
      }
    </Field>
  );
};
