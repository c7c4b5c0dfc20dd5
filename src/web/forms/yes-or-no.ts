import type { Html, Part } from '../components/html.ts'
import { radios } from '../components/radios.ts'
import type { Said } from './said.ts'

type Asked = { readonly said: Said; readonly name: string; readonly label: string; readonly hint: Part }

/** A question that is answered with yes or no. */
export const yesOrNo = ({ said, name, label, hint }: Asked): Html =>
  radios({
    ...said.choice(name),
    legend: label,
    hint,
    classes: 'govuk-radios--inline',
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No' },
    ],
  })
