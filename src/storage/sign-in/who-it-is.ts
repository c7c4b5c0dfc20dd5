import type { Subject } from '#casework/sign-in/kept-sign-in.ts'
import { rowsOf, type Statement, type Transaction } from '../transaction.ts'

const ofEmail: Statement = {
  name: 'user-of-email',
  text: 'select id as user from users where authority_id = $1 and lower(email) = lower($2)',
}
const ofSubject: Statement = {
  name: 'user-of-subject',
  text: 'select user_id as user from provider_subjects where authority_id = $1 and issuer = $2 and subject = $3',
}
const subject: Statement = {
  name: 'subject-of-user',
  text: 'select subject from provider_subjects where authority_id = $1 and user_id = $2 and issuer = $3',
}
const linked: Statement = {
  name: 'link-subject',
  text: 'insert into provider_subjects (authority_id, user_id, issuer, subject) values ($1, $2, $3, $4)',
}
const unlinked: Statement = {
  name: 'unlink-subjects',
  text: 'delete from provider_subjects where authority_id = $1 and user_id = $2',
}

type Row = { readonly user: string }

export const userOfEmail = async (one: Transaction, email: string): Promise<string | null> =>
  (await rowsOf<Row>(one, ofEmail, [one.authority, email]))[0]?.user ?? null

export const userOfSubject = async (one: Transaction, given: Subject): Promise<string | null> =>
  (await rowsOf<Row>(one, ofSubject, [one.authority, given.issuer, given.subject]))[0]?.user ?? null

export const subjectOf = async (one: Transaction, user: string, issuer: string): Promise<string | null> =>
  (await rowsOf<{ readonly subject: string }>(one, subject, [one.authority, user, issuer]))[0]?.subject ??
  null

/** Throws where the subject is somebody already, or the user somebody else to this issuer. */
export async function linkSubject(one: Transaction, user: string, given: Subject): Promise<void> {
  await rowsOf(one, linked, [one.authority, user, given.issuer, given.subject])
}

export async function unlinkSubjects(one: Transaction, user: string): Promise<void> {
  await rowsOf(one, unlinked, [one.authority, user])
}
