import type { Settings } from '../../preload/contract/settings.ts';
import { systemClock } from '../http/clock.ts';
import { watchClock } from '../http/clock-skew.ts';
import type { WatchedHttp } from '../http/clock-skew.ts';
import { createHttpClient } from '../http/create-http-client.ts';
import { DEFAULT_HTTP_LIMITS } from '../http/http-limits.ts';
import { createRequestLog } from '../http/request-log.ts';
import type { DemoCloudAddress } from '../http/transport.ts';
import type { Transport } from '../http/transport.ts';

/** The console's one HTTP client; it waits as long for an answer as the settings say at that moment. */
export const openHttp = (
  transport: Transport,
  demoCloud: DemoCloudAddress | null,
  settings: () => Settings,
): WatchedHttp =>
  watchClock(
    createHttpClient({
      transport,
      clock: systemClock,
      random: Math.random,
      log: createRequestLog(500),
      demoCloud,
      limits: {
        ...DEFAULT_HTTP_LIMITS,
        get timeout() {
          return settings().requestTimeoutSeconds * 1000;
        },
      },
    }),
    systemClock.now,
  );
