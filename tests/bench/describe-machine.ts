import { cpus, totalmem } from 'node:os';
import type { Machine } from './render-report.js';

/** Describes this machine and gives the current time. */
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
