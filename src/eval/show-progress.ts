const WIDTH = 30;
const STEPS = 100;

/** Draws a bar over one line of a terminal; anywhere else it draws nothing. */
export function createProgressBar(output: NodeJS.WriteStream): (done: number, total: number) => void {
  if (!output.isTTY) return () => undefined;
  let last = -1;
  return (done, total) => {
    const step = Math.floor((done / total) * STEPS);
    if (step === last) return;
    last = step;
    const filled = Math.round((done / total) * WIDTH);
    const bar = '█'.repeat(filled).padEnd(WIDTH, '░');
    output.write(`\r${bar} ${done}/${total}${done === total ? '\n' : ''}`);
  };
}
