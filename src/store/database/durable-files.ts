import { fsyncSync, readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';

const notFiles = ['EBADF', 'EINVAL'];

/** PGlite's files with a real fsync, which it lacks: without one, a power cut can lose what was said to be recorded. */
export class DurableFiles extends NodeFS {
  override async init(...given: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...given);
    const preRun = [
      ...(emscriptenOpts.preRun ?? []),
      ({ NODEFS, FS }: { NODEFS: Parameters<typeof fsyncOf>[0]; FS: Parameters<typeof fsyncOf>[1] }): void => {
        NODEFS.stream_ops.fsync = fsyncOf(NODEFS, FS);
      },
    ];
    return { emscriptenOpts: { ...emscriptenOpts, preRun } };
  }
}

/** The part of emscripten's file system over Node that is mended; it ships no types. */
type NodeFiles = { stream_ops: { fsync?: (stream: { nfd: number }) => number }; convertNodeCode(error: unknown): number };
type Errors = { ErrnoError: new (code: number) => Error };

function fsyncOf(files: NodeFiles, errors: Errors): (stream: { nfd: number }) => number {
  return ({ nfd }) => {
    try {
      fsyncSync(nfd);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && notFiles.some((code) => code === error.code)))
        throw new errors.ErrnoError(files.convertNodeCode(error));
    }
    return 0;
  };
}

/** Puts a folder and all in it on disk; of many at a time the disk makes one. */
export async function syncTree(folder: string): Promise<void> {
  const entries = readdirSync(folder, { withFileTypes: true });
  await Promise.all(entries.map((entry) => (entry.isDirectory() ? syncTree : syncPath)(join(folder, entry.name))));
  await syncPath(folder);
}

/** Puts a file, or the names in a folder, on disk. Windows has no such call for folders. */
export async function syncPath(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
