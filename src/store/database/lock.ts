import { existsSync, mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { CannotOpen } from './cannot-open.ts';

/** Gives the data folder free again. */
export type Unlock = () => void;

/**
 * Takes the one lock on a data folder, or answers undefined when another process holds it.
 * It is SQLite's lock on a file, since Node has no other: the kernel frees it when its holder dies, however it dies.
 */
export function tryLock(data: string): Unlock | undefined {
  const file = openFile(data);
  try {
    file.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if (isHeld(error)) return undefined;
    throw error;
  }
  return () => {
    if (file.isOpen) file.close();
  };
}

/** Takes the lock, or says that the folder is in use. */
export function lock(data: string): Unlock {
  const unlock = tryLock(data);
  if (unlock === undefined) throw new CannotOpen('in use', `The data folder ${data} is in use by another process: stop that one first, or set another folder.`);
  return unlock;
}

function isHeld(error: unknown): boolean {
  const sqliteBusy = 5;
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}

/** Opens the file that is locked, in a folder that is made where there is none. */
function openFile(data: string): DatabaseSync {
  try {
    makeFolder(resolve(data));
    return new DatabaseSync(join(data, 'lock'));
  } catch (error) {
    throw noFolder(data, error);
  }
}

function noFolder(data: string, cause: unknown): CannotOpen {
  return new CannotOpen('no folder', `IS3C_DATA: ${data} cannot be used as a folder; it should be one that may be written, such as data`, cause);
}

/** Throws where a data folder could be neither used nor made, which only making a folder there and taking it away can tell. */
export function tryFolder(data: string): void {
  try {
    rmdirSync(mkdtempSync(join(nearestFolder(resolve(data)), '.is3c-')));
  } catch (error) {
    throw noFolder(data, error);
  }
}

/** The path itself, or the nearest above it where there is none yet. */
function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}

/** Node's own way to make a folder with those above it tries for ever where one takes no folders and calls that missing, as under /proc. */
function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
