import { parseDay } from '#calendar/day.ts'
import type { Day } from '#calendar/day.ts'
import { breadcrumbs } from '../components/breadcrumbs.ts'
import { button } from '../components/button.ts'
import { checkboxes } from '../components/checkboxes.ts'
import { dateInput } from '../components/date-input.ts'
import { details } from '../components/details.ts'
import { html } from '../components/html.ts'
import type { Html } from '../components/html.ts'
import { input } from '../components/input.ts'
import { insetText } from '../components/inset-text.ts'
import { link } from '../components/link.ts'
import { pagination } from '../components/pagination.ts'
import { radios } from '../components/radios.ts'
import { select } from '../components/select.ts'
import { subNavigation } from '../components/sub-navigation.ts'
import { summaryList } from '../components/summary-list.ts'
import { table } from '../components/table.ts'
import { tag } from '../components/tag.ts'
import { textarea } from '../components/textarea.ts'
import { timeline } from '../components/timeline.ts'
import { warningText } from '../components/warning-text.ts'
import { date, time } from '../forms/date-fields.ts'
import { choice, narrative, several, text } from '../forms/fields.ts'
import { formFrame } from '../forms/form-frame.ts'
import { openForm } from '../forms/form-state.ts'
import type { FormState } from '../forms/form-state.ts'
import { readFields } from '../forms/read-fields.ts'
import { saidIn } from '../forms/said.ts'
import { showSent } from '../forms/show-sent.ts'
import { sentIn } from '../forms/typed.ts'
import type { Page } from '../layout.ts'
import { showNotAllowed } from '../plugins/failures.ts'
import { leadTo, show, tell } from '../show.ts'
import type { PageRoutes } from '../web-deps.ts'

/** Where the pages for trying things out stand. */
export const samplePaths = {
  form: '/my-work',
  record: '/families',
  broken: '/referrals',
  refused: '/team',
} as const

const questions = {
  seen: date({
    needed: 'Enter the date of the visit',
    name: 'The date of the visit',
    until: {
      day: parseDay('2026-03-06') as Day,
      otherwise: 'The date of the visit must be today or in the past',
    },
  }),
  began: time({ name: 'The time' }),
  place: choice(['home', 'school', 'elsewhere'], { needed: 'Choose where the visit was' }),
  where: text({ most: 60, name: 'The place' }),
  children: several(['ada', 'mo'], { needed: 'Choose who was seen' }),
  notes: narrative({ needed: 'Write what happened', name: 'What happened' }),
}

const formView = (state: FormState): Page => {
  const said = saidIn(state.typed, state.problems)
  const parts: readonly Html[] = [
    dateInput({
      ...said.date('seen'),
      legend: { text: 'When was the visit?', classes: 'govuk-fieldset__legend--m' },
      hint: 'For example, 6 3 2026',
    }),
    input({ ...said.text('began'), label: 'What time did it begin?', classes: 'govuk-input--width-5' }),
    radios({
      ...said.choice('place'),
      legend: { text: 'Where was it?', classes: 'govuk-fieldset__legend--m' },
      items: [
        { value: 'home', text: 'At the family’s home' },
        { value: 'school', text: 'At school' },
        {
          value: 'elsewhere',
          text: 'Somewhere else',
          conditional: input({ ...said.text('where'), label: 'Where?' }),
        },
      ],
    }),
    checkboxes({
      ...said.several('children'),
      legend: { text: 'Who was seen?', classes: 'govuk-fieldset__legend--m' },
      items: [
        { value: 'ada', text: 'Older child', hint: 'Aged 10' },
        { value: 'mo', text: 'Younger child', hint: 'Aged 6' },
      ],
    }),
    textarea({
      ...said.text('notes'),
      label: { text: 'What happened?', classes: 'govuk-label--m' },
      rows: 6,
    }),
  ]
  return {
    title: 'Record a visit',
    section: 'my-work',
    back: { href: samplePaths.record, text: 'Back to the family' },
    problems: state.problems,
    body: html`<h1 class="govuk-heading-l">Record a visit</h1>${formFrame(state, { questions: parts, submit: 'Record the visit' })}`,
  }
}

const due = (words: string, colour: string): Html => tag({ text: words, classes: `govuk-tag--${colour}` })

const recordView = (): Page => ({
  title: 'Family record',
  section: 'families',
  wide: true,
  body: html`${breadcrumbs({ items: [{ text: 'Families', href: samplePaths.record }, { text: 'A family' }] })}
<span class="govuk-caption-l">NS-0041</span><h1 class="govuk-heading-l">A family of the North team</h1>
${warningText({ text: 'Visit in pairs: there is a dog that is not used to visitors.' })}
${subNavigation({
  label: 'This family',
  items: [
    { text: 'Now and next', href: samplePaths.record, current: true },
    { text: 'Timeline', href: `${samplePaths.record}#timeline` },
    { text: 'People', href: `${samplePaths.record}#people` },
  ],
})}
<h2 class="govuk-heading-m">What is due</h2>
${table({
  head: [{ text: 'What' }, { text: 'By' }, { text: 'How it stands' }],
  rows: [
    [
      { text: link({ text: 'First home visit', href: samplePaths.form }) },
      { text: 'Tuesday 3 March 2026' },
      { text: due('Overdue by 3 days', 'red') },
    ],
    [
      { text: link({ text: 'Share the assessment', href: samplePaths.form }) },
      { text: 'Friday 6 March 2026' },
      { text: due('Due today', 'yellow') },
    ],
    [
      { text: link({ text: 'Review meeting', href: samplePaths.form }) },
      { text: 'Monday 30 March 2026' },
      { text: due('Planned', 'grey') },
    ],
  ],
})}
${details({ summary: 'Why is the first home visit overdue?', text: 'It was due 7 working days after contact on Friday 20 February 2026. The weekends do not count.' })}
${insetText({ text: 'The plan is held by the school. Ask its lead professional before changing a meeting.' })}
<h2 class="govuk-heading-m" id="people">People</h2>
${summaryList({
  rows: [
    {
      key: 'Older child, 10',
      value: 'Seen on Monday 2 March 2026, not alone',
      actions: [{ text: 'Record', href: samplePaths.form, visuallyHiddenText: 'a visit to the older child' }],
    },
    { key: 'Younger child, 6', value: 'Not seen yet', actions: [] },
  ],
})}
<h2 class="govuk-heading-m" id="timeline">Timeline</h2>
${timeline(
  [
    {
      title: 'Contact made',
      byline: 'Worker One',
      datetime: '2026-02-20T15:00+00:00',
      when: 'Friday 20 February 2026 at 3pm',
      text: 'Spoke to the mother by telephone. She would like help with mornings.',
    },
    {
      title: 'Allocated',
      byline: 'Manager Two',
      datetime: '2026-02-19T12:00+00:00',
      when: 'Thursday 19 February 2026 at midday',
      text: 'To Worker One, with direction to begin with the home.',
    },
  ],
  { headingLevel: 3 },
)}
${pagination({ next: { href: `${samplePaths.record}?page=2` } })}
${select({
  name: 'kind',
  label: 'Show only',
  items: [
    { text: 'Everything', value: '' },
    { text: 'Visits', value: 'visits' },
  ],
})}
${button({ text: 'Record something', href: samplePaths.form })}`,
})

/** A form, a record and a page that breaks, to try the machinery on. */
export const samplePages: PageRoutes = (server, deps) => {
  server.get(samplePaths.form, async (request, reply) =>
    show(request, reply, formView(await openForm(request, reply, deps, { form: 'sample:1', revision: 4 }))),
  )
  server.post(samplePaths.form, (request, reply) => {
    const sent = sentIn(request.body)
    const read = readFields(sent.typed, questions)
    if (!read.ok) return showSent(request, reply, { sent, draw: formView, problems: read.problems })
    if (read.values.notes === 'break') throw new Error('secret words of a person')
    if (read.values.notes === 'lose') throw Object.assign(new Error('no database'), { code: 'ECONNREFUSED' })
    tell(reply, 'The visit was recorded.')
    return leadTo(reply, samplePaths.record)
  })
  server.get(samplePaths.record, (request, reply) => show(request, reply, recordView()))
  server.get(samplePaths.refused, (request, reply) => showNotAllowed(request, reply))
  server.get(samplePaths.broken, () => {
    throw new Error('secret words of a person')
  })
}
