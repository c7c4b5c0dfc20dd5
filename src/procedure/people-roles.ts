/** What people in a case may be called besides the roles of the procedure: the family, and others around it. */
export const peopleRoles = [
  'child',
  'young-person',
  'unborn',
  'parent',
  'carer',
  'guardian',
  'partner',
  'sibling',
  'grandparent',
  'relative',
  'professional',
] as const
