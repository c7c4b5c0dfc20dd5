import type { ContactDetails, ServiceDetails } from '#casework/administration/staff-ports.ts'
import { nothingKnown } from '#casework/administration/staff-ports.ts'
import { isId } from '../is-id.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

const found: Statement = {
  name: 'contact-details',
  text: 'select name, phone, email, address from contact_details where authority_id = $1 and whose = $2',
}
const kept: Statement = {
  name: 'keep-contact-details',
  text: `insert into contact_details (authority_id, whose, name, phone, email, address)
    values ($1, $2, $3, $4, $5, $6)
    on conflict (authority_id, whose) do update set
      name = excluded.name, phone = excluded.phone, email = excluded.email, address = excluded.address`,
}

const detailsOf = async (one: Transaction, whose: string): Promise<ServiceDetails> =>
  (await rowsOf<ServiceDetails>(one, found, [one.authority, whose]))[0] ?? nothingKnown

const keep = async (one: Transaction, whose: string, details: ServiceDetails): Promise<void> => {
  const { name, phone, email, address } = details
  await rowsOf(one, kept, [one.authority, whose, name, phone, email, address])
}

export const serviceDetails = (one: Transaction): Promise<ServiceDetails> => detailsOf(one, 'service')

export async function teamDetails(one: Transaction, team: string): Promise<ContactDetails> {
  const { phone, email, address } = isId(team) ? await detailsOf(one, team) : nothingKnown
  return { phone, email, address }
}

export const setServiceDetails = (one: Transaction, details: ServiceDetails): Promise<void> =>
  keep(one, 'service', details)

export const setTeamDetails = (one: Transaction, team: string, details: ContactDetails): Promise<void> =>
  keep(one, team, { ...details, name: null })
