/** Until the start is over nothing is acknowledged, so there is nothing to finish. Loaded before everything else, it holds while the program is loaded. */
export function leave(): void {
  process.exit(0);
}

process.on('SIGTERM', leave).on('SIGINT', leave);
