/** What stands beside a person's name in a list: department and post, once each. */
export function postOf(person: { department_name: string | null; post: string }): string {
  const department = person.department_name ?? '';
  return person.post.startsWith(department) ? person.post || department : [department, person.post].filter(Boolean).join(' ');
}
