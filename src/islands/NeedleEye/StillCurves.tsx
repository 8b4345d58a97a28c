import { signal } from '@preact/signals';
import eye from './eye.json' with { type: 'json' };
import { EyeCurves } from './EyeCurves.tsx';
import { recordedSide } from './recordedSide.ts';
import { recordings } from './stillRecording.ts';

const sides = {
  squared: recordedSide(recordings.squared),
  plain: recordedSide(recordings.plain),
};

/** The curves of the recorded runs, drawn when the page is built. */
export default function StillCurves() {
  return <EyeCurves sides={signal(sides)} step={signal(eye.step)} />;
}
