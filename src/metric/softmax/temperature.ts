/** Throws unless it is a finite number above 0. */
export function checkTemperature(temperature: number, name = 'temperature'): void {
  if (!(temperature > 0 && Number.isFinite(temperature)))
    throw new RangeError(`a ${name} must be a finite number above 0, not ${temperature}`);
}
