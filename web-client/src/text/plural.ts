/** The forms of a noun a language may ask for; `other` is always there. */
export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

const rules = new Map<string, Intl.PluralRules>();

/**
 * The form for a number, with `#` replaced by it: `plural('en', 7, { one: '# bell', other: '#
 * bells' })`.
 */
export function plural(locale: string, count: number, forms: Forms): string {
  const rule = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, rule);
  const number = count.toLocaleString(locale);
  return (forms[rule.select(count)] ?? forms.other).replace('#', number);
}
