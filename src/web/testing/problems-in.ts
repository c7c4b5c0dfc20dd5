import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:a11y'],
  rules: {
    'no-trailing-whitespace': 'off',
    // GOV.UK gives every field a type and its own names for autocomplete.
    'no-implicit-input-type': 'off',
    // GOV.UK gives the fieldset of a date its role once more, for the sake of JAWS.
    'no-redundant-role': 'off',
    // The boxes of one question share its name.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    // GOV.UK's notification banner is a region, and a link that looks like a button says it is one.
    'prefer-native-element': ['error', { exclude: ['region', 'button'] }],
  },
})

/** What is wrong with the markup of a whole page or a part of one, a line each. */
export const problemsIn = async (markup: string): Promise<readonly string[]> => {
  const report = await validator.validateString(markup)
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${ruleId}: ${message} at ${line}:${column}`),
  )
}
