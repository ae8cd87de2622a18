import { readdirSync, readFileSync } from 'node:fs';

/** A process as /proc tells it: its parent, its name, its command line; null when it is gone. */
export function lookAt(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z') return null;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').filter(Boolean);
    return { pid, parent: Number(parent), command };
  } catch {
    return null;
  }
}

/** Every running process of this machine. */
export function processes() {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => lookAt(Number(name)))
    .filter(Boolean);
}

/** The processes started by this one, directly or not. */
export function descendants(pid) {
  const all = processes();
  const found = [];
  const parents = new Set([pid]);
  for (let grew = true; grew;) {
    grew = false;
    for (const one of all) {
      if (parents.has(one.parent) && !parents.has(one.pid)) {
        parents.add(one.pid);
        found.push(one);
        grew = true;
      }
    }
  }
  return found;
}

/** Whether the process runs. */
export function isAlive(pid) {
  return lookAt(pid) !== null;
}

/** Resident memory in MiB. */
export function residentMiB(pid) {
  const pages = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(Number(pages[1]) / 1024);
}
