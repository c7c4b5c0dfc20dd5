// The options of a fixture have GOV.UK's names and shapes, which no type of ours describes.
/* oxlint-disable typescript/no-explicit-any, typescript/no-unsafe-argument, typescript/no-unsafe-assignment, typescript/no-unsafe-member-access, typescript/no-unsafe-return */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { backLink } from './back-link.ts'
import { breadcrumbs } from './breadcrumbs.ts'
import { button } from './button.ts'
import { checkboxes } from './checkboxes.ts'
import { dateInput } from './date-input.ts'
import { details } from './details.ts'
import { errorMessage } from './error-message.ts'
import { errorSummary } from './error-summary.ts'
import { fieldset } from './fieldset.ts'
import { genericHeader } from './generic-header.ts'
import { hint } from './hint.ts'
import { trusted } from './html.ts'
import { input } from './input.ts'
import { insetText } from './inset-text.ts'
import { label } from './label.ts'
import { markupInOrder } from './markup-in-order.ts'
import { notificationBanner } from './notification-banner.ts'
import { pagination } from './pagination.ts'
import { phaseBanner } from './phase-banner.ts'
import { radios } from './radios.ts'
import { select } from './select.ts'
import { serviceNavigation } from './service-navigation.ts'
import { skipLink } from './skip-link.ts'
import { summaryList } from './summary-list.ts'
import { table } from './table.ts'
import { tag } from './tag.ts'
import { textarea } from './textarea.ts'
import { warningText } from './warning-text.ts'

type Given = any

const home = join(
  dirname(fileURLToPath(import.meta.resolve('govuk-frontend/package.json'))),
  'dist/govuk/components',
)

/** GOV.UK takes `text` or `html`; ours takes text, which is escaped unless it is markup. */
const said = (given: Given): Given => {
  if (given === undefined || given === null || given === false) return undefined
  if (given.html) return trusted(String(given.html).trim())
  return given.text
}
const words = (given: Given): Given =>
  given === undefined || given === false ? undefined : { ...given, text: said(given) }
const asked = (o: Given): Given => ({ ...o, hint: said(o.hint), error: said(o.errorMessage) })
const present = (items: Given): Given[] => ((items ?? []) as Given[]).filter(Boolean)

const choice = (item: Given): Given =>
  item.divider !== undefined && item.divider !== ''
    ? item
    : {
        ...item,
        text: { ...item.label, text: said(item) },
        hint: said(item.hint),
        conditional: said(item.conditional),
      }
const choiceOptions = (o: Given): Given => ({
  ...asked(o),
  describedBy: o.fieldset?.describedBy ?? o.describedBy,
  legend: words(o.fieldset?.legend),
  items: present(o.items).map(choice),
})

const texts = (items: Given): Given => present(items).map((item) => ({ ...item, text: said(item) }))
const actions = (o: Given): Given => (o?.items === undefined ? undefined : texts(o.items))

type Held = {
  readonly draw: (options: Given) => unknown
  /** Fixtures that ours does not do, and why not. */
  readonly leftOut?: Readonly<Record<string, string>>
}

const because = (reason: string, ...names: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(names.map((name) => [name, reason]))

type DateGiven = { readonly part: Part; readonly given: Given }
type Part = 'day' | 'month' | 'year'
const parts = ['day', 'month', 'year'] as const

const dateParts = (o: Given): readonly DateGiven[] =>
  parts.map((part) => ({
    part,
    given: o[part] ?? present(o.items).find(({ name }) => name === part) ?? {},
  }))
const wrongParts = (o: Given): readonly Part[] => {
  const all = dateParts(o)
  const named = all.filter(({ given }) => given.error === true)
  const left = o.errorMessage ? all.filter(({ given }) => given.error !== false) : []
  return (named.length > 0 ? named : left).map(({ part }) => part)
}
const dateValues = (o: Given): Given =>
  Object.fromEntries(
    dateParts(o).map(({ part, given }) => [
      part,
      given.value ?? o.values?.[o.namePrefix === undefined ? part : `${o.namePrefix}-${part}`],
    ]),
  )
const autocompletes = (o: Given): Given =>
  Object.fromEntries(dateParts(o).map(({ part, given }) => [part, given.autocomplete]))

const held: Readonly<Record<string, Held>> = {
  'back-link': { draw: (o) => backLink({ ...o, href: o.href ?? '#', text: said(o) }) },
  breadcrumbs: { draw: (o) => breadcrumbs({ ...o, items: texts(o.items) }) },
  button: { draw: (o) => button({ ...o, text: said(o) }) },
  checkboxes: {
    draw: (o) => checkboxes(choiceOptions(o)),
    leftOut: because('a list here has no holes', 'with falsy values'),
  },
  'date-input': {
    draw: (o) =>
      dateInput({
        ...asked(o),
        describedBy: o.fieldset?.describedBy,
        legend: words(o.fieldset?.legend),
        wrong: wrongParts(o),
        values: dateValues(o),
        autocomplete: autocompletes(o),
      }),
    leftOut: {
      ...because('the pages are in English', 'with translations'),
      ...because(
        'we ask for day, month and year, under these names and in boxes of these widths',
        'with values, name prefix and custom names',
        'day and month',
        'day and month (using items)',
        'month and year',
        'month and year (using items)',
        'with nested name',
        'with id on items',
        'with item value',
        'with field value and items',
        'with field value and item value',
        'with field value, item value and values',
        'items with classes',
      ),
      ...because(
        'which boxes are wrong is said by name, not by class',
        'with errors only (using classes)',
        'with errors only (using items and classes)',
        'with error on single field using classes',
        'with error on single item using classes',
      ),
      ...because(
        'the boxes take digits as they are',
        'custom pattern',
        'custom inputmode',
        'with input attributes',
      ),
    },
  },
  details: {
    draw: (o) =>
      details({ ...o, summary: said({ text: o.summaryText, html: o.summaryHtml }), text: said(o) }),
  },
  'error-message': { draw: (o) => errorMessage({ ...o, text: said(o) }) },
  'error-summary': {
    draw: (o) =>
      errorSummary({
        ...o,
        titleText: said({ text: o.titleText, html: o.titleHtml }),
        descriptionText: said({ text: o.descriptionText, html: o.descriptionHtml }),
        errorList: o.errorList === undefined ? undefined : texts(o.errorList),
      }),
  },
  fieldset: {
    draw: (o) => fieldset({ ...o, legend: words(o.legend) }, o.html === undefined ? null : trusted(o.html)),
  },
  'generic-header': {
    draw: (o) => genericHeader({ ...o, logo: said({ text: o.logoText, html: o.logoHtml }) }),
  },
  hint: { draw: (o) => hint({ ...o, text: said(o) }) },
  input: {
    draw: (o) =>
      input({ ...asked(o), label: words(o.label), prefix: words(o.prefix), suffix: words(o.suffix) }),
  },
  'inset-text': { draw: (o) => insetText({ ...o, text: said(o) }) },
  label: { draw: (o) => label(words(o), o.for) ?? '' },
  'notification-banner': {
    draw: (o) =>
      notificationBanner({
        ...o,
        titleText: said({ text: o.titleText, html: o.titleHtml }),
        content: o.html === undefined ? undefined : trusted(o.html),
      }),
    leftOut: because('the title is always a second-level heading', 'custom title heading level'),
  },
  pagination: {
    draw: (o) =>
      pagination({
        ...o,
        items:
          o.items === undefined ? undefined : present(o.items).filter((one) => Object.keys(one).length > 0),
      }),
  },
  'phase-banner': { draw: (o) => phaseBanner({ ...o, tag: words(o.tag ?? { text: '' }), text: said(o) }) },
  radios: {
    draw: (o) => radios(choiceOptions(o)),
    leftOut: because('a list here has no holes', 'with falsy items'),
  },
  select: {
    draw: (o) => select({ ...asked(o), label: words(o.label), items: present(o.items) }),
    leftOut: because('a value is text or a number', 'with falsy values'),
  },
  'service-navigation': {
    draw: (o) => {
      const end = typeof o.slots?.end === 'string' ? o.slots.end : o.slots?.end?.html
      return serviceNavigation({
        ...o,
        navigation: o.navigation === undefined ? undefined : texts(o.navigation),
        end: end === undefined ? undefined : trusted(end),
        endInline: o.slots?.end?.align === 'inline',
      })
    },
    leftOut: {
      ...because(
        'the button that folds the items needs a script and keeps its word',
        'with custom navigation toggle text',
        'with custom navigation toggle label',
        'with identical navigation toggle text and label',
        'with custom navigation toggle text and navigation label',
      ),
      ...because('only the place at the end can be filled', 'with slotted content'),
    },
  },
  'skip-link': { draw: (o) => skipLink({ ...o, text: said(o) }) },
  'summary-list': {
    draw: (o) =>
      summaryList({
        ...o,
        rows: present(o.rows).map((row) => ({
          ...row,
          key: words(row.key),
          value: words(row.value),
          actions: actions(row.actions),
        })),
        card: o.card && {
          ...o.card,
          title: said(o.card.title),
          headingLevel: o.card.title?.headingLevel,
          actions: actions(o.card.actions),
        },
      }),
    leftOut: because('the column of actions has one look', 'actions with classes', 'overridden-widths'),
  },
  table: {
    draw: (o) =>
      table({
        ...o,
        head: o.head && texts(o.head),
        rows: present(o.rows).map(texts),
      }),
  },
  tag: { draw: (o) => tag({ ...o, text: said(o) }) },
  textarea: { draw: (o) => textarea({ ...asked(o), label: words(o.label) }) },
  'warning-text': { draw: (o) => warningText({ ...o, text: said(o) }) },
}

/** Components of GOV.UK that the pages do without. */
const without: Readonly<Record<string, string>> = {
  ...because('it hides what people look for', 'accordion'),
  ...because('its count needs a script', 'character-count'),
  ...because('there are no cookies but those that signing in needs', 'cookie-banner'),
  ...because('signing out does the same for staff', 'exit-this-page'),
  ...because('it leads to GOV.UK', 'feedback'),
  ...because('nothing is uploaded yet', 'file-upload'),
  ...because("it bears the crown, which is the government's own", 'footer', 'header'),
  ...because('the pages are in English', 'language-navigation'),
  ...because('a notification banner says that something was recorded', 'panel'),
  ...because('nobody types a password yet', 'password-input'),
  ...because('sub-navigation keeps each view at an address of its own, without a script', 'tabs'),
  ...because('what is to be done is a list with dates', 'task-list'),
}

type Fixture = { readonly name: string; readonly options: Given; readonly html: string }
const fixturesOf = (component: string): readonly Fixture[] =>
  (JSON.parse(readFileSync(join(home, component, 'fixtures.json'), 'utf8')) as { fixtures: Fixture[] })
    .fixtures

for (const [component, { draw, leftOut = {} }] of Object.entries(held)) {
  test(`${component} is drawn as in GOV.UK's own examples`, () => {
    const fixtures = fixturesOf(component)
    for (const { name, options, html } of fixtures.filter((one) => !(one.name in leftOut))) {
      assert.deepEqual(markupInOrder(String(draw(options))), markupInOrder(html), name)
    }
    const names = fixtures.map(({ name }) => name)
    assert.deepEqual(
      Object.keys(leftOut).filter((name) => !names.includes(name)),
      [],
      'left out, yet GOV.UK has no such example',
    )
  })
}

test("every component of GOV.UK's is either held against its examples or left out with a reason", () => {
  const theirs = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  assert.deepEqual(
    theirs.map(({ name }) => name).toSorted(),
    [...Object.keys(held), ...Object.keys(without)].toSorted(),
  )
})

test('markup that means something else is not taken for the same', () => {
  const differs = (one: string, other: string): void =>
    assert.notDeepEqual(markupInOrder(one), markupInOrder(other))
  differs('<p class="a">x</p>', '<p class="b">x</p>')
  differs('<p>x</p>', '<p>y</p>')
  differs('<p><span>Error:</span> x</p>', '<p><span>Error:</span>x</p>')
  differs('<input checked>', '<input>')
  differs('<p>&lt;b&gt;</p>', '<p><b></p>')
  assert.deepEqual(
    markupInOrder('<p id="a" class="b">\n  x &#39;y\n</p>'),
    markupInOrder('<p class="b" id="a">x &#x27;y</p>'),
  )
})
