import { cpus, totalmem } from 'node:os';
import type { Machine } from './render-report.js';

/** What this machine is, and when it is asked. */
export function describeMachine(): Machine {
  const processors = cpus();
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown processor',
    cores: processors.length,
    memoryBytes: totalmem(),
    node: process.versions.node,
    date: new Date().toISOString(),
  };
}
