import type { Forms } from './plural';

/** A place in a row, `#` replaced by it: `ordinal('en', 2, { two: '#nd', other: '#th' })`. */
export function ordinal(locale: string, place: number, forms: Forms): string {
  const rule = new Intl.PluralRules(locale, { type: 'ordinal' }).select(place);
  return (forms[rule] ?? forms.other).replace('#', place.toLocaleString(locale));
}
