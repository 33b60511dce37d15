import { describe, expect, it } from 'vitest';
import { decodeFile } from '../../../src/corpus/reading/decode-file.js';
import { tellProblem } from '../../support/tell-problems.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...utf8(part)] : part)));

describe('decodeFile', () => {
  it.each([
    ['plain text', bytes('mwaka'), false, 'mwaka'],
    ['a byte order mark', bytes([0xef, 0xbb, 0xbf], 'é'), false, 'é'],
    ['a page in windows-1252', bytes('<meta charset="windows-1252">', [0x93, 0xe9, 0x94]), true, '“é”'],
    [
      'a page in the old notation',
      bytes('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2">', [0xb1]),
      true,
      'ą',
    ],
    ['a page in seven bits', bytes('<meta charset=iso-2022-jp>', [0x1b, 0x24, 0x42, 0x24, 0x22]), true, 'あ'],
    ['a page that was saved as UTF-8 since', bytes('<meta charset="windows-1252">é'), true, 'é'],
    ['a page that says UTF-16', bytes('<meta charset="utf-16">é'), true, 'é'],
  ])('reads %s', (_name, file, isHtml, end) => {
    const decoded = decodeFile(file, isHtml);
    expect(decoded.kind === 'text' && decoded.text.endsWith(end)).toBe(true);
  });

  it.each([
    ['UTF-16', bytes([0xff, 0xfe, 0x61, 0x00]), false, 1, /UTF-16.*save it as UTF-8/u],
    ['UTF-16, the other way round', bytes([0xfe, 0xff, 0x00, 0x61]), false, 1, /UTF-16/u],
    ['a bad byte on line 3', bytes('a\né\n', [0xe9], '\n'), false, 3, /save it as UTF-8/u],
    ['a cut character', bytes('a\n', [0xc3]), false, 2, /save it as UTF-8/u],
    ['a NUL', bytes('a', [0], 'b'), false, null, /binary/u],
    ['a charset in a text file', bytes('<meta charset="windows-1252">', [0xe9]), false, 1, /UTF-8/u],
    ['an unknown charset', bytes('<meta charset="klingon">'), true, null, /klingon.*save it as UTF-8/u],
  ])('says why it cannot read %s', (_name, file, isHtml, line, reason) => {
    const decoded = decodeFile(file, isHtml);
    expect(decoded).toMatchObject({ kind: 'undecodable', line });
    expect(decoded.kind === 'undecodable' && tellProblem(decoded.problem)).toMatch(reason);
  });
});
