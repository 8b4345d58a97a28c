import type {
  ChoiceParameter,
  FlagParameter,
  NumberParameter,
  Parameter,
  ValueOf,
} from '#metric/parameter.ts';
import { choiceSetting, integerSetting, numberSetting, type Setting } from './settings.ts';

function settingOf(parameter: NumberParameter | FlagParameter | ChoiceParameter): unknown {
  switch (parameter.kind) {
    case 'number': {
      const { initial, range } = parameter;
      return range.whole ? integerSetting(initial, range) : numberSetting(initial, range);
    }
    case 'flag':
      return choiceSetting(parameter.initial, [false, true]);
    case 'choice':
      return choiceSetting(
        parameter.initial,
        parameter.options.map(({ name }) => name),
      );
  }
}

/** A parameter that describes itself, as addresses spell it. */
export const parameterSetting = <P extends Parameter>(parameter: P): Setting<ValueOf<P>> =>
  settingOf(parameter) as Setting<ValueOf<P>>;
