import { Gauge, Registry } from 'prom-client';
import type { StatusFacts } from '../core/store-messages.ts';

export type Measured = {
  readonly version: string;
  /** Since the process began, in seconds. */
  readonly uptime: number;
  /** The program's clock. */
  readonly now: Date;
  /** Missing where the database does not answer. */
  readonly status: StatusFacts | undefined;
};

type Labels = Readonly<Record<string, string>>;
type Value = readonly [value: number, labels?: Labels];
type Measure = (name: string, help: string, values: readonly Value[]) => void;

/** How the bot is, as Prometheus reads it: what a supervisor may be woken for, and nothing about people. */
export function sayMetrics({ version, uptime, now, status }: Measured): Promise<string> {
  const registry = new Registry();
  const measure: Measure = (name, help, values) => {
    const gauge = new Gauge({ name, help, labelNames: Object.keys(values[0]?.[1] ?? {}), registers: [registry] });
    for (const [value, labels = {}] of values) gauge.set(labels, value);
  };
  measure('is3c_info', 'What runs.', [[1, { version }]]);
  measure('process_uptime_seconds', 'Since when the process runs.', [[uptime]]);
  measure('is3c_database_up', 'Whether the database answers.', [[status === undefined ? 0 : 1]]);
  if (status !== undefined) measureStatus(status, now, measure);
  return registry.metrics();
}

function measureStatus({ tick, waiting, oldest, uncertain, failed, spaces, paused }: StatusFacts, now: Date, measure: Measure): void {
  if (tick !== undefined) measure('is3c_last_tick_timestamp_seconds', 'When the jobs last looked for what is due.', [[seconds(tick)]]);
  measure('is3c_messages', 'Messages that wait, that may not have arrived, and that could not be delivered.', [
    [waiting, { state: 'waiting' }],
    [uncertain, { state: 'uncertain' }],
    [failed, { state: 'failed' }],
  ]);
  measure('is3c_oldest_waiting_seconds', 'How long the oldest waiting message is owed; 0 where none waits.', [
    [oldest === undefined ? 0 : Math.max(seconds(now) - seconds(oldest), 0)],
  ]);
  measure('is3c_paused_channels', 'Channels that can no longer be written to.', [[paused.length]]);
  const delivered = spaces.flatMap(({ space, delivered: at }) => (at === undefined ? [] : [[seconds(at), { space }] as const]));
  if (delivered.length > 0) measure('is3c_last_delivery_timestamp_seconds', 'The last delivery to each space.', delivered);
  const failures = spaces.flatMap(({ space, failure }) => (failure === undefined ? [] : [[seconds(failure.at), { space }] as const]));
  if (failures.length > 0) measure('is3c_last_delivery_failure_timestamp_seconds', 'The last failure to deliver to each space.', failures);
}

function seconds(instant: Date): number {
  return instant.getTime() / 1000;
}
