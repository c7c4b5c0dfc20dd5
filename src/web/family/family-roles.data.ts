/** Who somebody is in a family; children first, as they are asked for first. */
export const familyRoles: readonly { readonly value: string; readonly text: string }[] = [
  { value: 'child', text: 'Child' },
  { value: 'young-person', text: 'Young person' },
  { value: 'unborn', text: 'Unborn child' },
  { value: 'parent', text: 'Parent' },
  { value: 'carer', text: 'Carer' },
  { value: 'guardian', text: 'Guardian' },
  { value: 'partner', text: 'Partner of a parent' },
  { value: 'sibling', text: 'Grown-up sibling' },
  { value: 'grandparent', text: 'Grandparent' },
  { value: 'relative', text: 'Other relative' },
]

/** Who somebody is around a family: what they are to whom is said apart. */
export const aroundRole = { value: 'professional', text: 'Works with the family, or another adult around it' }
