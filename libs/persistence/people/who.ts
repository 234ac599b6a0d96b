/**
 * Columns `by` and `of` of who changed something, as a refusal names them: the person and the own body, where whoever
 * asks sees them.
 * @param person SQL of the person's id.
 */
export const whoIs = (person: string) => `
  (select p.name from person p where p.id = ${person}) as by,
  (select case b.kind when 'union' then 'Unione' else b.name end
     from membership m join body b on b.id = m.body_id
    where m.person_id = ${person} and m.from_date <= app_today()
    order by b.kind = 'union' desc, m.from_date desc limit 1) as of`;
