import { WriteStream } from 'node:tty';
import { describe, expect, it } from 'vitest';
import { createBuildBar } from '../../src/cli/start-in-terminal.js';

function fakeOutput(isTTY: boolean): { output: WriteStream; written: () => string } {
  let written = '';
  const write = (text: string): boolean => (written += text) !== '';
  return {
    output: Object.assign(Object.create(WriteStream.prototype) as WriteStream, { isTTY, write }),
    written: () => written,
  };
}

describe('the bar of a build', () => {
  it('tells a terminal how far the build has come, and goes', () => {
    const { output, written } = fakeOutput(true);
    const bar = createBuildBar(output);
    bar.show({ stage: 'analysing', done: 500, total: 1000 });
    bar.clear();
    expect(written()).toBe(
      `\r\u001B[K${'█'.repeat(15)}${'░'.repeat(15)} Analysing 500 of 1,000 articles …\r\u001B[K`,
    );
  });

  it('writes nothing into a pipe', () => {
    const { output, written } = fakeOutput(false);
    const bar = createBuildBar(output);
    bar.show({ stage: 'learning', done: 1000, total: 1000 });
    bar.clear();
    expect(written()).toBe('');
  });
});
