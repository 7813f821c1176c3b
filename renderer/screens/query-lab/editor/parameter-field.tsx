import type { ReactElement } from 'react';
import { valueProblem } from '../../../../preload/contract/words/queries/parameters/encode-value.ts';
import { looksLikeSecret } from '../../../../preload/contract/words/queries/parameters/looks-like-secret.ts';
import { PARAMETER_TYPES } from '../../../../preload/contract/words/queries/parameters/parameter.ts';
import { PARAMETER_TEXTS as TEXTS, parameterHint } from '../../../../preload/contract/words/texts/en.ts';
import { Dropdown, Field, Input, makeStyles, mergeClasses, Option, tokens } from '../../../ui/index.ts';
import type { AskedParameter } from '../asked-query.ts';
import type { DraftValue } from '../query-draft.ts';

const useStyles = makeStyles({
  field: { flex: '0 1 200px', minWidth: '150px' },
  wide: { flexBasis: '300px' },
  row: { display: 'flex', gap: tokens.spacingHorizontalXS },
  value: { flexGrow: 1, minWidth: 0 },
  type: { minWidth: 0, width: '96px', flexShrink: 0 },
});

/** The choices that a value of this parameter is one of; none where it is typed. */
const choicesOf = ({ options, usedType }: AskedParameter): readonly (readonly [string, string])[] => {
  if (usedType === 'boolean')
    return [
      ['true', TEXTS.yes],
      ['false', TEXTS.no],
    ];
  return usedType === 'choice' ? options.map(({ label, value }) => [String(value), label]) : [];
};

/** One parameter: its value, and its type where no column tells it. */
export const ParameterField = (props: {
  readonly parameter: AskedParameter;
  readonly onValue: (value: DraftValue) => void;
}): ReactElement => {
  const { onValue, parameter } = props;
  const { usedType: type, value, written } = parameter;
  const styles = useStyles();
  const choices = choicesOf(parameter);
  const problem = value === '' ? null : valueProblem(type, value);
  const chosen = choices.find(([raw]) => raw === value);
  const message =
    problem === null ? (looksLikeSecret(value) ? TEXTS.secret : null) : parameterHint(problem, type);
  return (
    <Field
      className={mergeClasses(styles.field, (type === 'guid' || parameter.type === null) && styles.wide)}
      label={written}
      size="small"
      {...(message === null
        ? {}
        : { validationState: problem === null ? 'warning' : 'error', validationMessage: message })}
    >
      {(field) => (
        <div className={styles.row}>
          {choices.length > 0 ? (
            <Dropdown
              {...field}
              size="small"
              className={styles.value}
              placeholder={TEXTS.choose}
              value={chosen?.[1] ?? value}
              selectedOptions={[value]}
              onOptionSelect={(_event, data) => onValue({ type, value: data.optionValue ?? '' })}
            >
              {choices.map(([raw, label]) => (
                <Option key={raw} value={raw} text={label}>
                  {label}
                </Option>
              ))}
            </Dropdown>
          ) : (
            <Input
              {...field}
              size="small"
              className={styles.value}
              placeholder={TEXTS.examples[type]}
              inputMode={type === 'number' ? 'decimal' : 'text'}
              maxLength={4000}
              value={value}
              onChange={(_event, data) => onValue({ type, value: data.value })}
            />
          )}
          {parameter.type === null ? (
            <Dropdown
              size="small"
              className={styles.type}
              aria-label={TEXTS.typeOf(written)}
              value={TEXTS.types[type]}
              selectedOptions={[type]}
              onOptionSelect={(_event, data) =>
                onValue({ value, type: PARAMETER_TYPES.find((one) => one === data.optionValue) ?? 'text' })
              }
            >
              {PARAMETER_TYPES.filter((one) => one !== 'choice').map((one) => (
                <Option key={one} value={one}>
                  {TEXTS.types[one]}
                </Option>
              ))}
            </Dropdown>
          ) : null}
        </div>
      )}
    </Field>
  );
};
