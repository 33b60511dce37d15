import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import type { Outcome } from './measurement.js';

/** Distinguishable with any colour vision, and readable on white and on black (after Okabe and Ito, 2008). */
const COLORS = ['#d55e00', '#0080c8', '#009e73', '#b8860b', '#c267a0', '#7f7fdf', '#808080'];
const INK = '#7d8590';

const WIDTH = 900;
const HEIGHT = 420;
const MARGINS = { marginTop: 60, marginLeft: 70, marginRight: 20, marginBottom: 50 };
const LEGEND_STEP = 110;

type Share = 'median' | '95th percentile';

interface Point {
  readonly engine: string;
  readonly passages: number;
  readonly share: Share;
  readonly ms: number;
}

/** Draws an SVG plot of search time against corpus size, with both axes logarithmic. */
export function drawPlot(outcomes: readonly Outcome[]): string {
  const points = outcomes.flatMap(listPoints);
  const engines = [...new Set(points.map(({ engine }) => engine))];
  const sizes = [...new Set(points.map(({ passages }) => passages))];
  const { document } = parseHTML('<body></body>') as unknown as { readonly document: object };
  const plot: unknown = Plot.plot({
    document,
    width: WIDTH,
    height: HEIGHT,
    ...MARGINS,
    style: { color: INK, fontSize: '13px' },
    x: {
      type: 'log',
      label: 'passages',
      labelAnchor: 'center',
      labelArrow: 'none',
      ticks: sizes,
      tickFormat: '~s',
    },
    y: {
      type: 'log',
      label: 'milliseconds a search',
      labelAnchor: 'center',
      labelArrow: 'none',
      grid: true,
      tickFormat: '~r',
    },
    fx: { label: null, padding: 0.1, domain: ['median', '95th percentile'] satisfies Share[] },
    color: { domain: engines, range: COLORS },
    marks: [
      Plot.frame({ strokeOpacity: 0.3 }),
      Plot.line(points, {
        x: 'passages',
        y: 'ms',
        fx: 'share',
        z: 'engine',
        stroke: 'engine',
        strokeWidth: 2,
      }),
      Plot.dot(points, { x: 'passages', y: 'ms', fx: 'share', fill: 'engine', r: 4 }),
      ...engines.map((engine, i) =>
        Plot.text([engine], {
          facet: 'super',
          frameAnchor: 'top-left',
          dx: i * LEGEND_STEP,
          dy: 10 - MARGINS.marginTop,
          fill: COLORS[i] ?? INK,
          fontWeight: 'bold',
        }),
      ),
    ],
  });
  return toFile(plot as Element);
}

/** The part of linkedom's elements that this file uses. */
interface Element {
  readonly outerHTML: string;
  setAttribute(name: string, value: string): void;
}

function toFile(svg: Element): string {
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `${svg.outerHTML}\n`;
}

function listPoints({ engine, passages, measurement }: Outcome): Point[] {
  if (!measurement) return [];
  const { p50, p95 } = measurement.searchMs;
  return [
    { engine, passages, share: 'median', ms: p50 },
    { engine, passages, share: '95th percentile', ms: p95 },
  ];
}
