import type { IncomingHttpHeaders } from 'node:http';

/** How far a request's timestamp may be from now, in either direction (docs: /authentication/verifying-requests-from-slack). */
const tolerance = 300;

/** More than Slack delivers for several workspaces in ten minutes; a full memory forgets the oldest. */
const most = 50_000;

/** What the headers alone say: to be verified, refused, or a retry of what was taken already. */
export type Freshness = 'unsigned' | 'fresh' | 'refused' | 'repeated';

/**
 * Remembers verified signatures for as long as their timestamps are accepted. Bolt accepts the same bytes again for five minutes and
 * any timestamp of the future, and reads `v0=HASH=anything` as `v0=HASH`; so the form of both headers is checked as well.
 */
export type Replays = {
  readonly check: (headers: IncomingHttpHeaders) => Freshness;
  /** To be called once the signature is verified; false when the same request came in between. */
  readonly remember: (headers: IncomingHttpHeaders) => boolean;
};

/** Slack's clock and ours are real ones, so the age of a signature is measured by the real clock too. */
export function createReplays(now: () => number = () => Date.now() / 1000): Replays {
  const seen = new Map<string, number>();

  function forget(): void {
    for (const [signature, until] of seen) {
      if (until >= now() && seen.size <= most) return;
      seen.delete(signature);
    }
  }

  return {
    check(headers) {
      const stamp = headers['x-slack-request-timestamp'];
      const signature = headers['x-slack-signature'];
      if (stamp === undefined || signature === undefined) return 'unsigned';
      if (!isTimely(String(stamp), now()) || !/^v0=[0-9a-f]{64}$/.test(String(signature))) return 'refused';
      return seen.has(String(signature)) ? repeatOf(headers) : 'fresh';
    },
    remember(headers) {
      const signature = String(headers['x-slack-signature']);
      if (seen.has(signature)) return false;
      seen.set(signature, Number(headers['x-slack-request-timestamp']) + tolerance);
      forget();
      return true;
    },
  };
}

function isTimely(stamp: string, now: number): boolean {
  return /^\d{1,12}$/.test(stamp) && Math.abs(now - Number(stamp)) <= tolerance;
}

/**
 * Slack signs a retry of an event anew; should it ever send the same bytes, they were taken and are acknowledged. Anybody else who
 * repeats a request, with or without that header, reaches nothing.
 */
export function repeatOf(headers: IncomingHttpHeaders): 'repeated' | 'refused' {
  return headers['x-slack-retry-num'] === undefined ? 'refused' : 'repeated';
}
