import { titleOf } from '#casework/case/obligation-title.ts'
import type { Stood } from '#engine/assess.ts'
import { html } from '../../components/html.ts'
import type { Html, Part } from '../../components/html.ts'
import { tag } from '../../components/tag.ts'
import type { StoodLine } from '../../family/stood-lines.ts'
import type { Names } from '../../family/names.ts'
import { standingWords } from './standing-words.ts'

export const isDone = ({ standing }: Stood): boolean =>
  standing === 'met' || standing === 'met-late' || standing === 'lapsed'

/** How one thing stands that a clause asks for, with the arithmetic of its date, and what else is known of it. */
export const standsItem = (
  { stands: [stood], whom, when, why }: StoodLine,
  names: Names,
  more: Part = null,
): Html => {
  const { text, colour } = standingWords[stood.standing]
  return html`<li class="app-stands"><div>${tag({ text, classes: `govuk-tag--${colour}` })} <strong>${titleOf(stood.obligation)}${whom !== null && `, for ${whom}`}</strong></div><div>${when}</div><div class="app-quiet">${why !== '' && `${why} `}${names.role(stood.obligation.clock.owner)}.</div>${more}</li>`
}

/** Of what is done under one rule for one person, the latest. */
export const latestDone = (stands: readonly Stood[]): readonly Stood[] => [
  ...new Map(
    stands
      .filter(isDone)
      .map((stood) => [
        `${stood.obligation.clock.id} ${stood.obligation.subject.kind === 'person' ? stood.obligation.subject.id : ''}`,
        stood,
      ]),
  ).values(),
]
