import { COINCIDENT_SLOPE, type Distance } from './distance.ts';

/** |x - y|, as in Hadsell et al. 2006 and Hermans et al. 2017. */
export const plain: Distance = {
  of: Math.sqrt,
  slope: (distance) => (distance > 0 ? 1 / distance : COINCIDENT_SLOPE),
  measureRow: (squares) => {
    for (let j = 0; j < squares.length; j++) squares[j] = Math.sqrt(squares[j]!);
  },
  scaleBySlopes: (weights, distances) => {
    for (let j = 0; j < weights.length; j++)
      if (weights[j] !== 0) weights[j]! *= distances[j]! > 0 ? 1 / distances[j]! : COINCIDENT_SLOPE;
  },
};
