import { differences, type TrainingConfig } from '#training/config.ts';

/** What is new in a configuration, in as few words as a chart has room for. */
export function changeText(from: TrainingConfig, to: TrainingConfig): string {
  return differences(from, to)
    .map((name) => {
      switch (name) {
        case 'margin':
          return `margin ${to.margin}`;
        case 'learningRate':
          return `rate ${to.learningRate}`;
        case 'softMargin':
          return to.softMargin ? 'soft margin' : 'hinge';
        case 'loss':
          return `${to.loss} loss`;
        case 'distance':
          return `${to.distance} distance`;
        default:
          return String(to[name]);
      }
    })
    .join(', ');
}
