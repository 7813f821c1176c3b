import type { ReactElement } from 'react';
import type { EnvironmentRun } from '../../../preload/contract/query.ts';
import { explain, QUERY_LAB_TEXTS } from '../../../preload/contract/words/texts/en.ts';
import { Facts, Moment, PanelSection } from '../../ui/index.ts';

const TEXTS = QUERY_LAB_TEXTS.runDetails;

const reasonOf = ({ error }: NonNullable<EnvironmentRun['wait']>): string => {
  const limit = error.code === 'throttled' ? error.params['limit'] : undefined;
  switch (limit) {
    case 'requests':
    case 'execution-time':
    case 'concurrency':
      return TEXTS.limitNames[limit];
    default:
      return explain(error).title;
  }
};

/** How much the service still lets this app do there, and what it had to wait for. */
export const Throttling = (props: { readonly run: EnvironmentRun }): ReactElement => {
  const { limits, state, wait } = props.run;
  const going = state === 'running' || state === 'token';
  const fact = <Value,>(label: string, value: Value | null | undefined, text: (value: Value) => string) =>
    value === null || value === undefined ? [] : [{ label, value: text(value) }];
  return (
    <PanelSection title={TEXTS.throttling}>
      {limits === null && wait === null ? (
        TEXTS.throttlingNone
      ) : (
        <>
          <Facts
            facts={[
              ...(wait === null
                ? []
                : [
                    { label: TEXTS.waited, value: reasonOf(wait) },
                    {
                      label: going ? TEXTS.waitUntil : TEXTS.waitedUntil,
                      value: <Moment at={wait.until} form="time" />,
                    },
                  ]),
              ...fact(TEXTS.requestsLeft, limits?.requests, TEXTS.requestsLeftValue),
              ...fact(TEXTS.timeLeft, limits?.seconds, TEXTS.timeLeftValue),
              ...fact(TEXTS.atOnce, limits?.atOnce, TEXTS.atOnceValue),
            ]}
          />
          {limits === null ? null : <span>{TEXTS.oneServer}</span>}
        </>
      )}
    </PanelSection>
  );
};
