import { lookUp } from '#metric/lookUp.ts';
import type { Reducer } from '#metric/reducers/reducer.ts';
import { type ReducerName, reducers } from '#metric/reducers/registry.ts';

/** Of pytorch-metric-learning's losses the reducer is handed all terms; of those written out, a function. */
const [CLASS, FUNCTION] = ['Counting', 'counting'];

/** A reducer that, in a script, also counts how many of the losses that it is given are above 0. */
export function counted(name: ReducerName): Reducer {
  const reducer = lookUp(reducers, 'reducer', name);
  return {
    ...reducer,
    pytorch: { reducer: `${CLASS}()`, overLosses: `${FUNCTION}(losses)` },
  };
}

const COUNT = `active_share = torch.tensor(0.0)  # of the last batch's losses, those above 0


def count(losses):
    global active_share
    is_active = losses.detach() > 0 if torch.is_tensor(losses) else torch.zeros(1)
    active_share = is_active.float().sum() / max(1, is_active.numel())


`;

const countingFunction = ({ pytorch }: Reducer) => `def ${FUNCTION}(losses):
    count(losses)
    return ${pytorch.overLosses}


`;

const countingClass = ({ pytorch }: Reducer) => {
  const base = pytorch.reducer.replace(/\(.*\)$/, '');
  return `class ${CLASS}(${base}):
    def reduce_the_loss(self, losses, *others):
        count(losses)
        return super().reduce_the_loss(losses, *others)


`;
};

/** Lines that define what a loss's text needs of it. */
export function countingOf(definition: string, name: ReducerName): string {
  const reducer = lookUp(reducers, 'reducer', name);
  return [
    COUNT,
    definition.includes(`${FUNCTION}(`) ? countingFunction(reducer) : '',
    definition.includes(`${CLASS}(`) ? countingClass(reducer) : '',
  ].join('');
}
