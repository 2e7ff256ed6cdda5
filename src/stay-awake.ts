/**
 * Does work with a timer beside it, so that the event loop is never empty meanwhile. The embedded database computes without a handle of the loop, and
 * where Node finds the loop empty it waits for its compilers, which may be waiting for the main thread to collect garbage: then neither goes on, for ever
 * (nodejs/node#54918).
 */
export async function stayAwake<T>(work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => undefined, 60_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
