import type { ContactDetails } from '#casework/administration/staff-ports.ts'
import { html } from '../components/html.ts'
import type { Html } from '../components/html.ts'
import { input } from '../components/input.ts'
import { textarea } from '../components/textarea.ts'
import { optionalEmail, optionalPhone } from '../forms/contact-fields.ts'
import { text } from '../forms/fields.ts'
import type { Said } from '../forms/said.ts'
import type { Typed } from '../forms/typed.ts'

/** How somebody is reached, as it stands in the boxes of their page. */
export const typedContact = ({ phone, email, address }: ContactDetails): Typed => ({
  phone: phone ?? '',
  email: email ?? '',
  address: address ?? '',
})

/** What is read of how somebody is reached. */
export const contactFields = {
  phone: optionalPhone,
  email: optionalEmail,
  address: text({ most: 500, name: 'The address' }),
}

/** Asks for a phone number. */
export const drawPhone = (said: Said, hint?: string): Html =>
  input({
    ...said.text('phone'),
    label: 'Phone (optional)',
    ...(hint === undefined ? {} : { hint }),
    type: 'tel',
    classes: 'govuk-input--width-20',
    autocomplete: 'off',
  })

/** Asks how somebody is reached. */
export const drawContact = (said: Said): Html =>
  html`${drawPhone(said)}${input({
    ...said.text('email'),
    label: 'Email address (optional)',
    type: 'email',
    classes: 'govuk-!-width-two-thirds',
    autocomplete: 'off',
  })}${textarea({
    ...said.text('address'),
    label: 'Address (optional)',
    hint: 'In lines, as it stands at the head of a letter.',
    rows: 4,
    autocomplete: 'off',
  })}`
