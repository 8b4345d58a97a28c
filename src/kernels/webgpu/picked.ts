import type { Call } from './call.ts';
import { type MarginText, marginFunctions } from './marginTerms.ts';
import { ONE_TRIPLET } from './oneTriplet.ts';
import { type SlopeBuffers, type SlopeOptions, slopesCall } from './slopes.ts';

/** The triplet loss of each anchor's positive and negative that the step's record names. */
export const pickedCall = (buffers: SlopeBuffers, options: SlopeOptions, term: MarginText): Call =>
  slopesCall(buffers, options, {
    functions: marginFunctions(term),
    body: `
  let positive = step[PICK + 2u * anchor];
  let negative = step[PICK + 2u * anchor + 1u];
  ${ONE_TRIPLET}`,
  });
