import type { DocumentOfCase } from '#casework/documents/document-of-case.ts'
import type { AskedField } from '#casework/documents/stored-document.ts'
import type { StoredEvent } from '#casework/case/case-record.ts'
import { parseDay } from '#calendar/day.ts'
import { dayOf } from '#calendar/instant.ts'
import { longDayInWords } from '#calendar/day-in-words.ts'
import { button, buttonGroup } from '../../components/button.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { insetText } from '../../components/inset-text.ts'
import { link } from '../../components/link.ts'
import { namesIn } from '../../family/names.ts'
import type { Names } from '../../family/names.ts'
import { happened } from '../../family/happened.ts'
import { otherwisePart } from '../../family/otherwise-part.ts'
import { prose } from '../../family/prose.ts'
import { returnedWords } from '../../family/returned-words.ts'
import { storyTag } from '../../family/story-tag.ts'
import { drawAnswers } from '../../filling/draw-answers.ts'
import type { Page } from '../../layout.ts'
import { paths, withQuery } from '../../paths.ts'
import { eventTitle, isRecordable } from '../../recording/event-title.ts'
import { timeInWords } from '../../time-in-words.ts'

const row = (name: string, value: Part): Html => html`<div><dt>${name}</dt><dd>${value}</dd></div>`

const eventLink = (facts: DocumentOfCase, event: StoredEvent): Html =>
  html`<a class="govuk-link" href="${paths.entry(facts.record.id, event.id)}">${happened(event.type, facts.procedure)}, ${timeInWords(event.at)}</a>`

const whoWrote = (facts: DocumentOfCase, names: Names): readonly Part[] => {
  const { document, story, about } = facts
  const own = story.versions.findLast(({ event }) => event === document.event) ?? story.latest
  const others = about.filter(
    ({ id, data }) => id !== story.authorised?.id && data['signature'] === undefined,
  )
  return [
    row('Written by', `${names.user(own.writtenBy)}, ${timeInWords(own.writtenAt)}`),
    story.belongsTo === null
      ? story.event !== null &&
        !story.event.type.startsWith('document.') &&
        row('Recorded', eventLink(facts, story.event))
      : row('Belongs to', eventLink(facts, story.belongsTo)),
    story.authorised !== null &&
      row(
        'Authorised',
        `${names.user(story.authorised.writtenBy) ?? 'the service'}, ${timeInWords(story.authorised.at)}`,
      ),
    others.length > 0 &&
      row(
        'Since then',
        others.map((event, i) => html`${i > 0 && html`<br>`}${eventLink(facts, event)}`),
      ),
  ]
}

const versionsPart = ({ record, document, story }: DocumentOfCase, names: Names): Part =>
  story.versions.length > 1 &&
  html`<section class="app-noprint"><h2 class="govuk-heading-m">Versions</h2><ul class="govuk-list govuk-list--bullet">${story.versions
    .toReversed()
    .map(({ version, writtenBy, writtenAt }) => {
      const words = `Version ${version}: ${names.user(writtenBy)}, ${timeInWords(writtenAt)}`
      const href = withQuery(paths.document(record.id, story.id), { version: String(version) })
      return html`<li>${version === document.version ? words : html`<a class="govuk-link" href="${href}">${words}</a>`}</li>`
    })}</ul></section>`

const returnedPart = ({ story, record, may }: DocumentOfCase, names: Names): Part =>
  story.returned !== null &&
  insetText({
    text: html`${returnedWords(story.returned, names.user(story.returned.writtenBy))}${may.record && html`<p class="govuk-body"><a class="govuk-link" href="${paths.changeDocument(record.id, story.id)}">Change it and hand it in again</a></p>`}`,
  })

/** That the form and the record no longer agree, in what, and how either is put right. */
const otherwisePartOf = (facts: DocumentOfCase, names: Names): Part => {
  const { otherwise, record, procedure, may, story, form } = facts
  if (otherwise === null) return null
  const { entry, form: says, mayCorrect } = otherwise
  const ways = [
    may.record &&
      form !== undefined &&
      link({
        href: withQuery(paths.changeDocument(record.id, story.id), { as: 'record' }),
        text: 'Change the form to what is on record',
      }),
    mayCorrect && link({ href: paths.correct(record.id, entry.id), text: 'Correct the record' }),
  ].filter((one) => one !== false)
  return insetText({
    text: html`<p class="govuk-body"><strong>The form and the record say different things.</strong> What is due is worked out from the record.</p>${otherwisePart(says, entry, procedure, names)}${ways.length > 0 && html`<p class="govuk-body app-noprint">${ways.map((one, i) => html`${i > 0 && ' or '}${one}`)}</p>`}`,
  })
}

/** What usually follows the event of a form, in the order of the work. */
const following = ['signed', 'authorised', 'shared', 'minutes-shared', 'submitted']

const hasSignatures = ({ content }: DocumentOfCase['document']): boolean =>
  content.kind === 'form' &&
  content.sections.some(({ fields }) => fields.some(({ kind }) => kind === 'signature'))

const nextSteps = ({ story, procedure, record, about, document }: DocumentOfCase): readonly Part[] => {
  const own = (story.belongsTo ?? story.event)?.type.split('.')[0]
  if (own === undefined || own === 'document') return []
  const done = new Set(about.map(({ type }) => type))
  return (
    following
      .map((act) => `${own}.${act}`)
      .filter((type) => isRecordable(type, procedure) && !done.has(type) && type !== story.event?.type)
      // Signed on a line of the form, where it has one.
      .filter((type) => !type.endsWith('.signed') || !hasSignatures(document))
      .map((type) =>
        button({
          text: `Record: ${eventTitle(type, procedure)}`,
          href: withQuery(paths.record(record.id, type), { document: story.id }),
          classes: 'govuk-button--secondary app-button--small',
        }),
      )
  )
}

/** A letter that was kept before it was sent. */
const toSend = ({ story, procedure, record, about }: DocumentOfCase): readonly Part[] =>
  story.event?.type === 'letter.sent' || about.some(({ type }) => type === 'letter.sent')
    ? []
    : [
        button({
          text: `Record: ${eventTitle('letter.sent', procedure)}`,
          href: withQuery(paths.record(record.id, 'letter.sent'), { document: story.id }),
          classes: 'govuk-button--secondary app-button--small',
        }),
      ]

const buttonsPart = (facts: DocumentOfCase): Part => {
  const { record, story, may, form, document, unsigned } = facts
  const isForm = document.kind === 'form'
  const isLatest = document.version === story.latest.version
  // What is to be changed is not ready to be signed, authorised or shared.
  const isReady = story.returned === null
  if (!isLatest)
    return html`<p class="govuk-body app-noprint">This is an earlier version. <a class="govuk-link" href="${paths.document(record.id, story.id)}">Read the one that holds</a>.</p>`
  if (story.withdrawn) return null
  const all = [
    may.record &&
      isReady &&
      unsigned.length > 0 &&
      button({
        text: 'Sign this form',
        href: paths.signDocument(record.id, story.id),
        classes: 'app-button--small',
      }),
    ...(may.record && isReady ? (isForm ? nextSteps(facts) : toSend(facts)) : []),
    may.record &&
      isReady &&
      isForm &&
      form !== undefined &&
      button({
        text: 'Change this form',
        href: paths.changeDocument(record.id, story.id),
        classes: 'govuk-button--secondary app-button--small',
      }),
    may.returnDocument &&
      isReady &&
      isForm &&
      html`<a class="govuk-link" href="${paths.returnDocument(record.id, story.id)}">Return it to be changed</a>`,
  ].filter((one) => one !== false)
  return all.length > 0 && html`<div class="app-noprint">${buttonGroup(...all)}</div>`
}

const words = (facts: DocumentOfCase): Html => {
  const { content } = facts.document
  if (content.kind === 'form') return drawAnswers(content, signedOn(facts, namesIn(facts)))
  const day = parseDay(content.date)
  return html`<div class="app-letter"><p class="govuk-body app-quiet app-noprint">To ${content.to}${day !== undefined && `, ${longDayInWords(day)}`}</p>${prose(content.body)}</div>`
}

/** Who has signed a line; of an earlier version than this one it is said which. */
const signedOn =
  ({ document, signatures }: DocumentOfCase, names: Names) =>
  (field: AskedField): Part => {
    const own = signatures.findLast((one) => one.field === field.id && one.version <= document.version)
    if (own === undefined) return null
    const { name, at, version, writtenDownBy } = own
    const how =
      writtenDownBy === null
        ? timeInWords(at)
        : `on paper on ${longDayInWords(dayOf(at))}, written down by ${names.user(writtenDownBy)}`
    if (version === document.version) return html`Signed by ${name}, ${how}`
    return html`<span class="app-quiet">Not signed in this version. Version ${version} was signed by ${name}, ${how}</span>`
  }

/** A form or letter as it was written, to be read and printed, with what became of it. */
export const documentView = (facts: DocumentOfCase): Page => {
  const { record, document, story } = facts
  const names = namesIn(facts)
  const heading = document.content.kind === 'form' ? document.title : `Letter: ${document.title}`
  return {
    title: `${document.title}: ${record.reference}`,
    section: 'families',
    back: { href: paths.documents(record.id), text: 'Back to the family’s documents' },
    body: html`<article class="app-document${document.kind === 'letter' && ' app-document--letter'}"><div class="app-document__head"><span class="govuk-caption-l">${record.family} <span class="app-reference">${record.reference}</span></span><h1 class="govuk-heading-l">${heading} ${storyTag(story)}</h1>${returnedPart(facts, names)}${otherwisePartOf(facts, names)}<dl class="app-facts">${whoWrote(facts, names)}</dl>${buttonsPart(facts)}</div>${words(facts)}</article>${versionsPart(facts, names)}`,
  }
}
